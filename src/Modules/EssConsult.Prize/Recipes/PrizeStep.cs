using System.Text.Json.Nodes;
using EssConsult.Actors.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Recipes;

/// <summary>
/// Recipe step <c>EssPrize</c>: what fictional people did in a fictional edition, at the dates that its page states: entries, jury, links,
/// marks, laureates. An edition that has entries is left as it is.
/// </summary>
internal sealed class PrizeStep(SiteDb db, IContentStore content, IContentDefinitions definitions, IActors actors, EntryQuestions questions, Readings readings, RankingBook ranking, TimeProvider clock) : IRecipeStep
{
    public string Name => "EssPrize";

    public async Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var count = 0;
        foreach (var json in Items(step["Editions"]))
        {
            count += await PlayAsync(json, ct);
        }

        return new RecipeStepReport(RecipeStepOutcome.Done, "{0} dossiers.", count);
    }

    private async Task<int> PlayAsync(JsonObject json, CancellationToken ct)
    {
        var id = json["EditionId"]?.ToString();
        var edition = await db.Set<Edition>().FirstOrDefaultAsync(row => row.ContentItemId == id && row.IsDemo, ct) ?? throw new RuleException("recipe.prize", "L’édition fictive « {0} » du modèle n’existe pas.", id ?? "–");
        if (await db.Set<Entry>().AnyAsync(entry => entry.EditionId == id, ct))
        {
            return 0;
        }

        var entries = new List<Entry>();
        foreach (var told in Items(json["Entries"]))
        {
            entries.Add(await EnterAsync(edition, told, ct));
        }

        var jurors = Items(json["Jurors"]).Select(told => Seat(edition, told)).ToList();
        await db.SaveChangesAsync(ct);
        edition.GalleryUtc = json["Gallery"]?.GetValue<bool>() == true ? edition.LateUntilUtc : null;
        if (Enum.TryParse<EditionStage>(json["Stage"]?.ToString(), out var stage) && stage > EditionStage.Call)
        {
            await JudgeAsync(edition, json, stage, entries, jurors, ct);
        }

        return entries.Count;
    }

    private async Task<Entry> EnterAsync(Edition edition, JsonObject told, CancellationToken ct)
    {
        var (person, at) = (told["PersonId"]!.ToString(), edition.OpensUtc!.Value.AddDays(1));
        var entry = db.Add(new Entry { EditionId = edition.ContentItemId, OwnerId = person, CreatedUtc = at }).Entity;
        var structure = told["ForStructure"]?.GetValue<bool>() == true ? await actors.SpeakersForAsync(person, ct) is [var first, ..] ? first : null : null;
        entry.Save(edition, told["Title"]!.ToString(), structure?.Id, Answers(edition, told), 0, at);
        var text = questions.TextOf(edition, entry, structure?.Name).Write();
        entry.Submit(edition, ++edition.Numbers, Sealing.Hash(text), at);
        db.Record(edition, at, RecordedActs.OfEntry(entry.Id, entry.Number!.Value, 1, entry.Receipt!));
        db.Add(new EntrySubmission { EntryId = entry.Id, Sequence = 1, AtUtc = at, ById = person, Content = text, Hash = entry.Receipt! });
        if (edition.IsCallOver(clock.UtcNow()))
        {
            entry.Screen(edition, told["Reason"] is null, told["Reason"]?.ToString(), edition.LateUntilUtc!.Value.AddDays(1));
            db.Record(edition, entry.ScreenedUtc!.Value, RecordedActs.OfEntry(entry.State == EntryState.Eligible ? RecordedActs.Eligible : RecordedActs.Ineligible, entry.Id));
        }

        return entry;
    }

    private string? Answers(Edition edition, JsonObject told)
    {
        if (edition.QuestionsType is not { } type || definitions.FindType(type) is not { } known)
        {
            return null;
        }

        var item = content.New(type, null, null);
        foreach (var field in known.Fields.Where(field => told["Answers"]?[field.Name] is not null))
        {
            var member = field.FieldName switch { "MarkdownField" => "Markdown", "TextField" => "Text", _ => "Value" };
            item.Field(field.Part, field.Name)[member] = told["Answers"]![field.Name]!.DeepClone();
        }

        return item.WriteContentItem().ToJsonString();
    }

    private Juror Seat(Edition edition, JsonObject told)
    {
        var (email, at) = (told["Email"]!.ToString(), edition.OpensUtc!.Value.AddDays(2));
        var juror = db.Add(new Juror { EditionId = edition.ContentItemId, Name = told["Name"]!.ToString(), Organisation = told["Organisation"]?.ToString(), Email = email, EmailKey = EmailAddress.Normalize(email), InvitedUtc = at }).Entity;
        juror.Accept(told["PersonId"]!.ToString(), at);
        db.Record(edition, at, RecordedActs.OfJuror(RecordedActs.Joined, juror.Id));
        juror.IsPresident = told["President"]?.GetValue<bool>() == true;
        juror.DeclaredUtc = told["Declared"]?.GetValue<bool>() == false ? null : edition.LateUntilUtc;
        return juror;
    }

    private async Task JudgeAsync(Edition edition, JsonObject json, EditionStage stage, List<Entry> entries, List<Juror> jurors, CancellationToken ct)
    {
        var at = edition.LateUntilUtc!.Value.AddDays(2);
        edition.OpenScoring(EditionReader.Rule((await content.FindAsync(edition.ContentItemId, ContentVersion.Published, ct))!), at);
        db.Record(edition, at, RecordedActs.OfOpening(edition.ContentItemId, edition.Title, edition.RuleHash!));
        foreach (var link in Items(json["Links"]))
        {
            var (juror, entry) = (jurors[Number(link["Juror"])], entries[Number(link["Entry"])]);
            db.Add(new Conflict { EditionId = edition.ContentItemId, EntryId = entry.Id, PersonId = juror.PersonId!, Kind = Enum.Parse<ConflictKind>(link["Kind"]!.ToString()), Origin = ConflictOrigin.Declared, AtUtc = at });
            db.Record(edition, at, RecordedActs.OfRecusal(entry.Id, juror.Id));
        }

        await db.SaveChangesAsync(ct);
        await readings.GiveAsync(edition, isWhole: true, ct);
        var rule = ScoringRule.Read(edition.Rule!);
        foreach (var given in Items(json["Sheets"]))
        {
            var (juror, entry) = (jurors[Number(given["Juror"])], entries[Number(given["Entry"])]);
            var marks = given["Marks"]!.AsArray().Select((mark, index) => (rule.Criteria[index].Id, Mark: Number(mark))).ToDictionary(mark => mark.Id, mark => mark.Mark);
            db.AddRange(marks.Select(mark => new Mark { Nonce = Guid.CreateVersion7(), JurorId = juror.Id, EntryId = entry.Id, Field = mark.Key, Value = mark.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), AtUtc = at, ReceivedUtc = at }));
            var text = new SheetText(edition.RuleHash!, Abstained: false, marks, new Dictionary<string, string>()).Write(juror.Id, entry.Id);
            db.Add(new Sheet { JurorId = juror.Id, EntryId = entry.Id, Abstained = false, Content = text, Sequence = 1, AtUtc = at });
            var sent = db.Add(SheetSubmission.Of(juror.Id, entry.Id, 1, SheetAct.Submitted, text, at)).Entity;
            db.Record(edition, at, RecordedActs.OfSheet(juror.Id, entry.Id, 1, nameof(SheetAct.Submitted), sent.Commitment));
        }

        await db.SaveChangesAsync(ct);
        if (stage > EditionStage.Scoring)
        {
            await AnnounceAsync(edition, json, entries, jurors[0].PersonId!, edition.ScoringClosesUtc ?? at, ct);
        }
    }

    private async Task AnnounceAsync(Edition edition, JsonObject json, List<Entry> entries, string byId, DateTime at, CancellationToken ct)
    {
        edition.CloseScoring();
        db.Record(edition, at, RecordedActs.Of(RecordedActs.Closed));
        var found = await ranking.ReadAsync(edition, ct);
        var text = found.Ranking.Write(edition.RuleHash!, found.Numbers);
        var result = db.Add(new EditionResult { EditionId = edition.ContentItemId, Content = text, Hash = Sealing.Hash(text), AtUtc = at, ById = byId }).Entity;
        db.Record(edition, at, RecordedActs.OfRanking(result.Hash));
        foreach (var (order, told) in Items(json["Awards"]).Index())
        {
            var award = db.Add(new Award { EntryId = entries[Number(told["Entry"])].Id, EditionId = edition.ContentItemId, Name = told["Name"]!.ToString(), Citation = told["Citation"]?.ToString(), Order = order + 1 }).Entity;
            db.Record(edition, at, RecordedActs.OfAward(award.EntryId, award.Name, award.Order));
        }

        edition.Announce();
        db.Record(edition, at, RecordedActs.Of(RecordedActs.Announced));
        await db.SaveChangesAsync(ct);
        edition.RecordRoot = Convert.ToHexStringLower(EditionFile.RootOf(await db.ActsAsync(edition.ContentItemId, ct)));
        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static int Number(JsonNode? node) => node!.GetValue<int>();
}

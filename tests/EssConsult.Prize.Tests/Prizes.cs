using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

public sealed class PrizeSites() : Sites(new SiteOptions { Recipe = "ess-roadmap" });

/// <summary>What organisers, applicants and jurors do in an edition, as pages and mails let them.</summary>
internal static partial class Prizes
{
    public static readonly TimeSpan Call = TimeSpan.FromHours(3), Grace = TimeSpan.FromMinutes(30);

    /// <summary>A published edition that opened yesterday, with a grid of two criteria (weights 2 and 1, from 0 to 5) and one outside the total; its id.</summary>
    public static async Task<string> EditionAsync(this Site site, Action<JsonObject>? change = null)
    {
        var id = ContentId.New();
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var item = new ContentItem { ContentItemId = id, ContentItemVersionId = ContentId.New(), ContentType = "PrizeEdition", DisplayText = "Prix " + id[^6..] };
        item.Put(new TitlePart(item.DisplayText));
        var part = new JsonObject { ["Opens"] = Iso(now.AddDays(-1)), ["Closes"] = Iso(now + Call), ["Grace"] = Grace.TotalMinutes, ["Questions"] = "PrizeEntry", ["Conditions"] = "Siège dans la métropole\nProjet de moins de trois ans", ["Charter"] = "Le jury est indépendant." };
        change?.Invoke(part);
        item.Content["PrizePart"] = part;
        item.Content["Criteria"] = new JsonObject { ["ContentItems"] = new JsonArray(Criterion("Utilité sociale", 2), Criterion("Nouveauté", 1), Criterion("Présentation", 1, outside: true)) };
        await site.UseAsync<IServiceProvider>(async services =>
        {
            await ((IContentStore)services.GetService(typeof(IContentStore))!).PublishAsync(item, default);
            await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
        });
        await site.CatchUpAsync();
        return id;
    }

    /// <summary>Goes past the deadline and its grace.</summary>
    public static void EndCall(this Site site) => site.Clock.Advance(Call + Grace + TimeSpan.FromHours(1));

    /// <summary>Writes an entry and sends it; its id.</summary>
    public static async Task<Guid> EnterAsync(this Visitor applicant, string edition, string title, string? structure = null)
    {
        var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        var filled = form.Form("draft-form form").With("Title", title).With("PrizeEntry.Project.Markdown", "Un atelier de réparation.").With("PrizeEntry.Novelty.Markdown", "Ouvert la nuit.").With("PrizeEntry.Territory.Text", "Nantes");
        if (structure is not null)
        {
            filled.With("ActorId", structure);
        }

        var review = await filled.SubmitAsync("Relire avant d’envoyer");
        var receipt = await review.Form("main form.form").SubmitAsync("Envoyer mon dossier");
        return Guid.Parse(receipt.Url.Segments[^2].TrimEnd('/'));
    }

    public static Task<Visitor> OrganiserAsync(this Site site) => site.SignInAsync("PrizeTeam", "AccessAdminPanel", "ManagePrize", "EditContent");

    /// <summary>Invited by the team, accepts by the mailed link; the signed-in juror.</summary>
    public static async Task<Visitor> JurorAsync(this Site site, Visitor organiser, string edition, string name, string? organisation = null)
    {
        var address = $"jury-{Guid.NewGuid():N}@exemple.fr";
        await (await organiser.GetAsync($"/admin/prix/{edition}")).Form("form[action*=Invite]").With("New.Name", name).With("New.Email", address).With("New.Organisation", organisation ?? string.Empty).SubmitAsync();
        await site.CatchUpAsync();
        var mail = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM mail_message WHERE recipient = {address}").SingleAsync());
        var juror = await site.SignInAsync();
        (await (await juror.GetAsync(new Uri(Links().Match(mail).Value).PathAndQuery)).Form("form[action*=Accept]").With("Charter", "true").SubmitAsync("J’accepte")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        return juror;
    }

    public static async Task<Page> ScreenAsync(this Visitor organiser, string edition, Guid entry, string button = "Recevable", string? reason = null)
    {
        var page = await organiser.GetAsync($"/admin/prix/{edition}/dossiers/{entry}");
        var form = page.Form("section[aria-labelledby=recevabilite] form");
        foreach (var condition in page.Document.QuerySelectorAll("input[name=Met]").Where(_ => reason is null))
        {
            form.With("Met", condition.GetAttribute("value")!);
        }

        return await (reason is null ? form : form.With("Reason", reason)).SubmitAsync(button);
    }

    public static async Task<Page> OpenScoringAsync(this Visitor organiser, string edition) => await (await organiser.GetAsync($"/admin/prix/{edition}")).Form("form[action*='handler=Open']").SubmitAsync();

    public static async Task<Page> CloseScoringAsync(this Visitor organiser, string edition) => await (await organiser.GetAsync($"/admin/prix/{edition}")).Form("form[action*='handler=Close']").SubmitAsync();

    /// <summary>Says which entries one has a link with, or none.</summary>
    public static async Task<Page> DeclareAsync(this Visitor juror, string edition, params (Guid Entry, ConflictKind Kind)[] links)
    {
        var form = (await juror.GetAsync($"/jury/{edition}/liens")).Form("main form");
        foreach (var (entry, kind) in links)
        {
            form.With($"Links[{entry}]", kind.ToString());
        }

        return await form.SubmitAsync();
    }

    /// <summary>Gives marks in the order of the grid, and submits.</summary>
    public static async Task<Page> MarkAsync(this Visitor juror, string edition, Guid entry, params int[] marks)
    {
        var page = await juror.GetAsync($"/jury/{edition}/dossiers/{entry}");
        var form = page.Form("score-sheet form");
        foreach (var (criterion, mark) in page.Document.QuerySelectorAll("fieldset.criterion").Select(set => set.Id!).Zip(marks))
        {
            form.With($"Marks[{criterion}]", mark.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return await form.SubmitAsync(page.Has(".score-sheet .tag-done") ? "Valider de nouveau" : "Valider ma grille");
    }

    public static Task<Entry> EntryAsync(this Site site, Guid id) => site.InDatabaseAsync(db => db.Set<Entry>().AsNoTracking().FirstAsync(entry => entry.Id == id));

    public static Task<List<string>> MailsToAsync(this Site site, string personId) => site.InDatabaseAsync(db =>
        db.Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM mail_message WHERE person_id = {personId} ORDER BY queued_utc").ToListAsync());

    private static JsonObject Criterion(string label, int weight, bool outside = false) => new()
    {
        ["ContentItemId"] = ContentId.New(), ["ContentType"] = "PrizeCriterion", ["DisplayText"] = label, ["TitlePart"] = new JsonObject { ["Title"] = label },
        ["PrizeCriterion"] = new JsonObject { ["Weight"] = new JsonObject { ["Value"] = weight }, ["Lowest"] = new JsonObject { ["Value"] = 0 }, ["Highest"] = new JsonObject { ["Value"] = 5 }, ["OutsideTotal"] = new JsonObject { ["Value"] = outside } },
    };

    private static string Iso(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"https?://\S+/jury/invitation\?jeton=[^\s)]+")]
    private static partial Regex Links();
}

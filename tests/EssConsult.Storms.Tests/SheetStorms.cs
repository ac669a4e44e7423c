using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Storms.Tests;

/// <summary>A hundred jurors give two hundred score sheets at once, and the process is killed in the middle: twenty times, each on an edition of its own.</summary>
public sealed class SheetStorms
{
    private const int Rounds = 20, Jurors = 100, Entries = 2;
    private static readonly string[] Criteria = ["4crit000000000000000000use", "4crit000000000000000000new"];

    [Theory, OnBothDatabases]
    [Trait("Category", "Storm")]
    public async Task A_sheet_that_was_acknowledged_survives_a_kill_with_its_receipt_and_its_line_in_the_register(Database database)
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        await using var site = await SiteProcess.PrepareAsync(database, "ess-roadmap");
        await StormRecipe.PlayAsync(site.Folder, file => site.CommandAsync("recipe", "run", file));
        await PlayAsync(site);
        await site.StartAsync();
        var jurors = StormRecipe.Citizens.Take(Jurors).Select(id => (Id: id, Browser: site.Visitor())).ToList();
        await Parallel.ForEachAsync(jurors, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (juror, _) => await juror.Browser.EnterAsync(juror.Id));
        var total = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var entries = await EntriesAsync(site, EditionOf(round));
            var tokens = await Task.WhenAll(jurors.Select(async juror => (await juror.Browser.GetAsync($"/jury/{EditionOf(round)}/dossiers/{entries[0]}")).Document.QuerySelector("score-sheet input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
            var acknowledged = await BlowAsync(site, EditionOf(round), entries, [.. jurors.Zip(tokens, (juror, token) => (juror.Id, juror.Browser, token))], dice.Next(0, Jurors * Entries));
            await site.EndedAsync();
            await site.StartAsync();

            (await FaultsAsync(site, EditionOf(round), acknowledged)).ShouldBeEmpty($"{database}, round {round}, seed {seed}");
            TestContext.Current.TestOutputHelper!.WriteLine($"{database} round {round}: {acknowledged.Count} of {Jurors * Entries} acknowledged");
            total += acknowledged.Count;
        }

        total.ShouldBeGreaterThan(0);
        TestContext.Current.TestOutputHelper!.WriteLine($"{database}: {Rounds} kills, {total} sheets acknowledged");
    }

    private static async Task<List<(string Person, string Entry)>> BlowAsync(SiteProcess site, string edition, IReadOnlyList<string> entries, IReadOnlyList<(string Id, Visitor Browser, string Token)> jurors, int killAfter)
    {
        var (acknowledged, killed) = (new List<(string, string)>(), false);
        async Task GiveAsync(string person, Visitor browser, string token, string entry)
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new($"Marks[{Criteria[0]}]", "4"), new($"Marks[{Criteria[1]}]", "3")]);
            try
            {
                using var answer = await browser.WithoutRedirects.PostAsync(new Uri($"/jury/{edition}/dossiers/{entry}?handler=Submit", UriKind.Relative), form, TestContext.Current.CancellationToken);
                answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            }
            catch (HttpRequestException)
            {
                return;
            }

            lock (acknowledged)
            {
                acknowledged.Add((person, entry));
                if (acknowledged.Count > killAfter && !killed)
                {
                    killed = true;
                    site.Kill();
                }
            }
        }

        await Task.WhenAll(from juror in jurors from entry in entries select GiveAsync(juror.Id, juror.Browser, juror.Token, entry));
        if (!killed)
        {
            site.Kill();
        }

        return acknowledged;
    }

    private static async Task<List<string>> FaultsAsync(SiteProcess site, string edition, IReadOnlyCollection<(string Person, string Entry)> acknowledged)
    {
        await using var db = await site.ConnectAsync();
        var given = await StormFacts.RowsAsync(db, $"SELECT j.person_id, s.entry_id, u.commitment, s.sequence, s.content, u.content FROM prize_sheet s JOIN prize_juror j ON j.id = s.juror_id JOIN prize_sheet_submission u ON u.juror_id = s.juror_id AND u.entry_id = s.entry_id AND u.sequence = s.sequence WHERE j.edition_id = '{edition}'");
        var acts = (await StormFacts.RowsAsync(db, $"SELECT position, content FROM prize_act WHERE edition_id = '{edition}' ORDER BY position")).ConvertAll(row => (Position: row[0], Act: JsonNode.Parse(row[1])!));
        var committed = acts.Select(act => act.Act["commitment"]?.ToString()).OfType<string>().ToHashSet();
        var count = (await StormFacts.RowsAsync(db, $"SELECT count(*) FROM prize_sheet s JOIN prize_juror j ON j.id = s.juror_id WHERE j.edition_id = '{edition}'"))[0][0];
        var kept = given.Select(row => (row[0], row[1].ToUpperInvariant())).ToHashSet();
        return
        [
            .. acknowledged.Where(sheet => !kept.Contains((sheet.Person, sheet.Entry.ToUpperInvariant()))).Select(sheet => $"lost: {sheet}"),
            .. given.Where(row => !committed.Contains(row[2])).Select(row => $"not in the register: {row[1]}"),
            .. given.Where(row => row[4] != row[5] || !row[4].Contains(Criteria[1], StringComparison.Ordinal)).Select(row => $"half written: {row[1]}"),
            .. acts.Where((act, index) => act.Position != index.ToString(CultureInfo.InvariantCulture)).Select(act => $"a gap at {act.Position}"),
            .. count == given.Count.ToString(CultureInfo.InvariantCulture) ? Array.Empty<string>() : [$"{count} sheets, {given.Count} receipts"],
            .. committed.Count == given.Count ? Array.Empty<string>() : [$"{committed.Count} acts, {given.Count} sheets"],
        ];
    }

    private static async Task<List<string>> EntriesAsync(SiteProcess site, string edition)
    {
        await using var db = await site.ConnectAsync();
        return (await StormFacts.RowsAsync(db, $"SELECT id FROM prize_entry WHERE edition_id = '{edition}' ORDER BY number")).ConvertAll(row => row[0].ToLowerInvariant());
    }

    private static async Task PlayAsync(SiteProcess site)
    {
        var file = Path.Combine(site.Folder, "sheets.recipe.json");
        object recipe = new
        {
            name = "sheets", displayName = "Grilles",
            steps = new object[]
            {
                new { name = "Content", data = Enumerable.Range(0, Rounds).Select(Edition) },
                new { name = "EssPrize", Editions = Enumerable.Range(0, Rounds).Select(Jury) },
            },
        };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(recipe), TestContext.Current.CancellationToken);
        var (code, output) = await site.CommandAsync("recipe", "run", file);
        code.ShouldBe(0, output);
    }

    private static string EditionOf(int round) => $"4sheetstorm0000000000000{round:00}x";

    private static object Edition(int round) => new
    {
        ContentItemId = EditionOf(round), ContentItemVersionId = "v" + EditionOf(round)[1..], ContentType = "PrizeEdition", DisplayText = $"Édition {round}", Latest = true, Published = true,
        TitlePart = new { Title = $"Édition {round}" }, AutoroutePart = new { Path = $"prix/tempete-{round}" },
        PrizePart = new { Opens = "2020-01-01T08:00:00Z", Closes = "2020-02-01T08:00:00Z", Demo = true },
        Criteria = new { ContentItems = Criteria.Select(id => new { ContentItemId = id, ContentType = "PrizeCriterion", DisplayText = id, TitlePart = new { Title = id }, PrizeCriterion = new { Weight = new { Value = 1 } } }) },
    };

    private static object Jury(int round) => new
    {
        EditionId = EditionOf(round), Stage = "Scoring",
        Entries = Enumerable.Range(0, Entries).Select(number => new { PersonId = StormRecipe.Citizens[Jurors + number], Title = $"Dossier {number}" }),
        Jurors = StormRecipe.Citizens.Take(Jurors).Select(id => new { PersonId = id, Name = "Personne " + id[^4..], Email = $"{id}@example.org" }),
    };
}

using System.Text.RegularExpressions;
using EssConsult.JuryRecord;
using EssConsult.JuryStatistics.Marks;
using EssConsult.Kernel.Data;
using EssConsult.Prize.Public;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

/// <summary>The public votes on the gallery; jury and public come together under a formula that was frozen before.</summary>
public sealed partial class PublicVoteTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    private static readonly string[] Titles = ["Le vélo-cargo", "La conserverie", "L’atelier de nuit"];

    [Theory, OnBothDatabases]
    public async Task Jury_and_public_are_combined_under_the_frozen_formula_in_ranking_minutes_and_results(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, juror, entries) = await JudgedAsync(site);
        (await PrepareAsync(organiser, edition, percent: 40)).Shown("main").ShouldContain("Ouvrez d’abord la galerie");
        await ShowGalleryAsync(organiser, edition);
        var ballot = Guid.Parse((await PrepareAsync(organiser, edition, percent: 40)).Url.Segments[^1]);
        (await PublicPageAsync(site, edition)).ShouldNotContain("Le vote du public");
        (await (await organiser.GetAsync($"/admin/votes/{ballot}")).Form("form[action*='handler=Open']").SubmitAsync()).Shown(".notice-success").ShouldContain("figé et ouvert");
        await site.CatchUpAsync();
        (await PublicPageAsync(site, edition)).ShouldContain("Le jury compte pour 60 %, le public pour 40 %");
        (await site.Visitor().GetAsync($"/votes/{ballot}")).Shown("main").ShouldContain("Le public compte pour 40 %");
        (await organiser.GetAsync($"/admin/prix/{edition}/vote-du-public")).Url.AbsolutePath.ShouldBe($"/admin/votes/{ballot}", "an edition has one public vote");

        foreach (var (number, title) in new[] { Titles[1], Titles[1], Titles[0], Titles[1], Titles[1] }.Index())
        {
            await VoteAsync(site, ballot, title, $"{"abcde"[number]}-{edition}@domaine{number}.fr", TimeSpan.FromSeconds(40 + (number * 17)));
        }

        await juror.MarkAsync(edition, entries[0], 5, 5, 0);
        await juror.MarkAsync(edition, entries[1], 4, 4, 0);
        await juror.MarkAsync(edition, entries[2], 1, 1, 0);
        await organiser.CloseScoringAsync(edition);
        (await FreezeAsync(organiser, edition)).Shown("main").ShouldContain("n’est pas dépouillé");
        await CountAsync(site, organiser, ballot);

        // Jury 20, 16, 4; public 1, 4 and 0 votes: 5, 20, 0. At 40 %: 14, 17.6, 2.4.
        var ranking = await organiser.GetAsync($"/admin/prix/{edition}/classement");
        ranking.Texts("section[aria-labelledby=public] tbody th").ShouldBe([Titles[1], Titles[0], Titles[2]]);
        ranking.Texts("section[aria-labelledby=public] tbody td").ShouldBe(["1", "16,00", "4", "20,00", "17,60", "2", "20,00", "1", "5,00", "14,00", "3", "4,00", "0", "0,00", "2,40"]);
        await FreezeAsync(organiser, edition);
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Award]").With("EntryId", entries[1].ToString()).With("Name", "Lauréat").SubmitAsync();
        var recorded = await site.InDatabaseAsync(db => db.Set<PublicVote>().AsNoTracking().FirstAsync(vote => vote.EditionId == edition));
        (await organiser.GetAsync($"/admin/prix/{edition}/proces-verbal")).Shown("section[aria-labelledby=public]").ShouldContain(recorded.CombinedHash!);
        Sealing.Hash(recorded.Combined!).ShouldBe(recorded.CombinedHash);
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Announce]").SubmitAsync();
        await site.CatchUpAsync();

        (await PublicPageAsync(site, edition)).ShouldSatisfyAllConditions(page => page.ShouldContain("17,60"), page => page.ShouldNotContain("2,40", Case.Sensitive, "of the others no mark is published"), page => page.ShouldContain(recorded.CombinedHash!));
        EditionCheck.Of(await organiser.Client.GetByteArrayAsync($"/admin/prix/{edition}/registre.json")).Faults.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_prize_of_the_public_leaves_the_jurys_ranking_alone(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, juror, entries) = await JudgedAsync(site);
        await ShowGalleryAsync(organiser, edition);
        var ballot = Guid.Parse((await PrepareAsync(organiser, edition, percent: null)).Url.Segments[^1]);
        await (await organiser.GetAsync($"/admin/votes/{ballot}")).Form("form[action*='handler=Open']").SubmitAsync();
        await site.CatchUpAsync();
        await VoteAsync(site, ballot, Titles[2], $"z-{edition}@domaine.fr", TimeSpan.FromSeconds(44));
        await juror.MarkAsync(edition, entries[0], 5, 5, 0);
        await organiser.CloseScoringAsync(edition);
        (await FreezeAsync(organiser, edition)).Shown(".notice-success").ShouldContain("arrêté");
        await CountAsync(site, organiser, ballot);

        var page = await organiser.GetAsync($"/admin/prix/{edition}/classement");
        page.Shown("section[aria-labelledby=public]").ShouldContain("Prix du public : L’atelier de nuit");
        page.Has("section[aria-labelledby=public] table").ShouldBeFalse();
    }

    [Fact]
    public void Equal_results_follow_the_jury_and_an_entry_that_nobody_marked_comes_last()
    {
        var rule = new ScoringRule([new Criterion("c", "Utilité", null, 1, 0, 20, false, false)], new RoundingRule(2));
        Guid[] ids = [.. Enumerable.Range(1, 4).Select(number => new Guid(number, 0, 0, new byte[8]))];
        SheetTotal Sheet(Guid entry, int mark) => new(ids[0], entry, new Dictionary<string, int> { ["c"] = mark }, mark);
        var jury = Ranking.Of(rule, ids, [Sheet(ids[0], 20), Sheet(ids[1], 10), Sheet(ids[2], 10)]);

        var combined = CombinedRanking.Of(jury, new Dictionary<Guid, long> { [ids[1]] = 2, [ids[2]] = 2, [ids[3]] = 4 }, 50);

        combined.Entries.Select(entry => (entry.EntryId, entry.Rank, entry.Total)).ShouldBe([(ids[0], 1, 10m), (ids[1], 2, 10m), (ids[2], 2, 10m), (ids[3], 4, null)]);
    }

    private static async Task<(string Edition, Visitor Organiser, Visitor Juror, IReadOnlyList<Guid> Entries)> JudgedAsync(Site site)
    {
        var organiser = await site.SignInAsync("PublicPrizeTeam", "AccessAdminPanel", "ManagePrize", "ManageBallots", "EditContent");
        var edition = await site.EditionAsync();
        var entries = new List<Guid>();
        foreach (var title in Titles)
        {
            entries.Add(await (await site.SignInAsync()).EnterAsync(edition, title));
        }

        var juror = await site.JurorAsync(organiser, edition, "Jurée Seule");
        site.EndCall();
        foreach (var entry in entries)
        {
            await organiser.ScreenAsync(edition, entry);
        }

        await organiser.OpenScoringAsync(edition);
        await juror.DeclareAsync(edition);
        return (edition, organiser, juror, entries);
    }

    private static async Task ShowGalleryAsync(Visitor organiser, string edition) => await (await organiser.GetAsync($"/admin/prix/{edition}")).Form("section[aria-labelledby=galerie] form").SubmitAsync();

    /// <param name="percent">Null for a prize apart.</param>
    private static async Task<Page> PrepareAsync(Visitor organiser, string edition, int? percent)
    {
        var form = (await (await organiser.GetAsync($"/admin/prix/{edition}")).FollowAsync("Préparer le vote du public")).Form("main form").With("Combined", percent is null ? "false" : "true").With("Most", "1");
        return await (percent is null ? form : form.With("Percent", $"{percent}")).SubmitAsync("Préparer le vote");
    }

    private static async Task VoteAsync(Site site, Guid ballot, string title, string address, TimeSpan reading)
    {
        var visitor = site.Visitor();
        var page = await visitor.GetAsync($"/votes/{ballot}/voter");
        site.Clock.Advance(reading);
        var option = page.Document.QuerySelectorAll("main label").First(label => label.TextContent.Contains(title, StringComparison.Ordinal)).GetAttribute("for")!.Split('-')[^1];
        var review = await page.Form("main form.form-wide").With("q-q1", option).SubmitAsync("Relire mon vote");
        await review.Form("main form.form-wide").With("Address", address).SubmitAsync("Recevoir le lien pour voter");
        var mail = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM mail_message WHERE recipient = {address}").SingleAsync());
        (await (await visitor.GetAsync(new Uri(Links().Match(mail).Value).PathAndQuery)).Form("main form").SubmitAsync("Confirmer mon vote")).Shown("h1").ShouldBe("Vous avez voté");
    }

    /// <summary>Goes to the close, two weeks away, and counts; sessions of the team do not last so long.</summary>
    private static async Task CountAsync(Site site, Visitor organiser, Guid ballot)
    {
        site.Clock.Advance(TimeSpan.FromDays(15));
        await site.RunJobAsync("ballot-clock");
        await site.RunJobAsync("ballot-screening");
        await organiser.EnterAsync(organiser.PersonId!);
        (await (await organiser.GetAsync($"/admin/votes/{ballot}")).Form("form[action*='handler=Count']").SubmitAsync("Dépouiller")).Shown(".notice-success").ShouldContain("dépouillé");
        await site.CatchUpAsync();
    }

    private static async Task<Page> FreezeAsync(Visitor organiser, string edition) => await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Freeze]").SubmitAsync();

    private static async Task<string> PublicPageAsync(Site site, string edition)
    {
        var path = await site.InDatabaseAsync(db => db.Set<Editions.Edition>().Where(row => row.ContentItemId == edition).Select(row => row.Path).FirstAsync());
        return (await site.Visitor().GetAsync("/" + path)).Shown("main");
    }

    [GeneratedRegex(@"https?://\S+/confirmer\?jeton=[^\s)]+")]
    private static partial Regex Links();
}

internal static class Shows
{
    /// <summary>The text of what the page shows there; empty where there is nothing.</summary>
    public static string Shown(this Page page, string selector) => page.Text(selector) ?? string.Empty;
}

using EssConsult.Actors.Contracts;
using EssConsult.JuryRecord;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

/// <summary>What is left of an edition after years, and its figures. The clock of these sites goes far: they are theirs alone.</summary>
public sealed class RetentionTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task Old_editions_lose_texts_and_names_and_their_register_is_confirmed_still(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(), await site.OrganiserAsync());
        var (won, lost) = (await (await site.SignInAsync()).EnterAsync(edition, "Le lauréat"), await (await site.SignInAsync()).EnterAsync(edition, "Ornithorynque"));
        var juror = await site.JurorAsync(organiser, edition, "Jurée Fidèle");
        site.EndCall();
        await organiser.ScreenAsync(edition, won);
        await organiser.ScreenAsync(edition, lost);
        await organiser.OpenScoringAsync(edition);
        await juror.DeclareAsync(edition);
        await juror.MarkAsync(edition, won, 5, 5, 5);
        await juror.MarkAsync(edition, lost, 1, 1, 1);
        await organiser.CloseScoringAsync(edition);
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Freeze]").SubmitAsync();
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Award]").With("EntryId", won.ToString()).With("Name", "Lauréat").SubmitAsync();
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Announce]").SubmitAsync();
        var root = await site.InDatabaseAsync(db => db.Set<Edition>().Where(row => row.ContentItemId == edition).Select(row => row.RecordRoot).SingleAsync());
        (await site.Visitor().GetAsync($"/prix/{edition}/chiffres")).Texts(".stat-value").ShouldBe(["moins de 10", "moins de 10", "1"]);

        await site.RunJobAsync("prize-retention");
        (await TextsAsync(site, edition)).Count(text => text.Length > 0).ShouldBe(2);
        site.Clock.Advance(TimeSpan.FromDays(2 * 366));
        await site.RunJobAsync("prize-retention");
        (await TextsAsync(site, edition)).Where(text => text.Length > 0).Single().ShouldContain("Le lauréat");
        (await site.EntryAsync(lost)).ShouldSatisfyAllConditions(entry => entry.Title.ShouldBeEmpty(), entry => entry.OwnerId.ShouldBeEmpty(), entry => entry.Answers.ShouldBeNull(), entry => entry.Receipt.ShouldNotBeNull());
        (await ConfirmAsync(site, edition, root)).ShouldSatisfyAllConditions(verdict => verdict.Faults.ShouldBeEmpty(), verdict => verdict.SheetsErased.ShouldBeFalse(), verdict => verdict.Laureates.Single().Title.ShouldBe("Le lauréat"));
        (await (await site.OrganiserAsync()).GetAsync($"/admin/prix/{edition}/classement")).Texts("tbody th a").ShouldBe(["Le lauréat", "–"]);

        site.Clock.Advance(TimeSpan.FromDays(3 * 366));
        await site.RunJobAsync("prize-retention");
        await site.CatchUpAsync();
        (await site.InDatabaseAsync(async db => (await db.Set<Sheet>().CountAsync(sheet => sheet.EntryId == won), await db.Set<Mark>().CountAsync(mark => mark.EntryId == won), (await db.Set<Juror>().SingleAsync(row => row.EditionId == edition)).Name))).ShouldBe((0, 0, string.Empty));
        (await site.InDatabaseAsync(db => db.Set<SheetSubmission>().Where(sent => sent.EntryId == won).Select(sent => sent.Content).SingleAsync())).ShouldBeEmpty();
        (await ConfirmAsync(site, edition, root)).ShouldSatisfyAllConditions(verdict => verdict.Faults.ShouldBeEmpty(), verdict => verdict.SheetsErased.ShouldBeTrue(), verdict => verdict.Laureates.ShouldBe([new RecordedLaureate(1, "Le lauréat", "Lauréat", 1)]));
        (await (await site.OrganiserAsync()).GetAsync($"/admin/prix/{edition}/classement")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await site.CommandAsync("audit verify")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_group_that_is_too_small_is_told_neither_by_name_nor_by_difference()
    {
        static IEnumerable<string?> Times(string? name, int count) => Enumerable.Repeat(name, count);

        var whole = FigureGroup.Of("Par secteur", [.. Times("Habiter", 30), .. Times("Manger", 12), .. Times("Rouler", 6), .. Times(null, 5)]);
        whole.Figures.ShouldBe([new Figure("Habiter", 30), new Figure("Manger", 12)]);
        whole.Others.ShouldBe(11);
        var difference = FigureGroup.Of("Par secteur", [.. Times("Habiter", 30), .. Times("Manger", 12), .. Times("Rouler", 3)]);
        (difference.Figures.Single(), difference.Others).ShouldBe((new Figure("Habiter", 30), (int?)15));
        FigureGroup.Of("Par secteur", Times("Habiter", 9)).Figures.ShouldBeEmpty();
    }

    private static Task<List<string>> TextsAsync(Site site, string edition) => site.InDatabaseAsync(db => db.Set<EntrySubmission>().Where(sent => db.Set<Entry>().Any(entry => entry.Id == sent.EntryId && entry.EditionId == edition)).Select(sent => sent.Content).ToListAsync());

    private static async Task<EditionVerdict> ConfirmAsync(Site site, string edition, string? root) => EditionCheck.Of(await (await site.OrganiserAsync()).Client.GetByteArrayAsync($"/admin/prix/{edition}/registre.json"), root);
}

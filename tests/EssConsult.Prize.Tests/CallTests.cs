using EssConsult.Prize.Editions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

/// <summary>A call for projects that comes by recipe alone, with its own questions and grid.</summary>
public sealed class CallTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task The_seed_fund_s_call_is_a_recipe_that_an_organiser_dates_and_publishes(Database database)
    {
        var site = await sites.OnAsync(database);
        var (code, output) = await site.CommandAsync("recipe run", "call-seed-fund");
        code.ShouldBe(0, output);
        await site.CatchUpAsync();
        var organiser = await site.SignInAsync("Administrator");
        var draft = (await organiser.GetAsync("/admin/contenus?type=PrizeEdition&q=amor%C3%A7age")).Document.QuerySelector("a.row-title")!.GetAttribute("href")!;
        var now = site.Clock.GetUtcNow().UtcDateTime;

        await (await organiser.GetAsync(draft)).Form("form.editor").With("PrizePart.Opens", Wall(now.AddDays(-1))).With("PrizePart.Closes", Wall(now.AddDays(1))).SubmitAsync("Publier");
        await site.CatchUpAsync();

        var edition = await site.InDatabaseAsync(db => db.Set<Edition>().AsNoTracking().SingleAsync(row => row.Path == "prix/fonds-amorcage"));
        (edition.QuestionsType, edition.MostPerStructure, edition.IsOpen(now)).ShouldBe(("SeedFundEntry", 1, true));
        var form = await (await (await site.SignInAsync()).GetAsync($"/prix/{edition.ContentItemId}/deposer")).Form("main form.form").SubmitAsync();
        form.Has("[name='SeedFundEntry.Amount.Value']").ShouldBeTrue();
        (await site.Visitor().GetAsync($"/prix/{edition.ContentItemId}/questions")).Texts("ol.prize-questions h2").ShouldContain("Aide demandée, en euros");
    }

    private static string Wall(DateTime utc) => Kernel.Data.Clock.ToParis(utc).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

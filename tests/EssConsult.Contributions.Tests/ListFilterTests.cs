using System.Text.Json.Nodes;

namespace EssConsult.Contributions.Tests;

public sealed class ListFilterTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    private const string Waste = "460hs1kd3s3z7wsna2qny67k4k";

    [Theory, OnBothDatabases]
    public async Task A_word_is_found_anywhere_in_the_text_whatever_its_accents_and_capitals(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        await site.PublishAsync(process, "Un jardin", item => item.Put(new MarkdownBodyPart("Des mots.\n\n" + string.Concat(Enumerable.Repeat("encore ", 60)) + "**l’été** à l’école")));
        await site.PublishAsync(process, ["Un autre"]);

        foreach (var words in new[] { "ECOLE", "école été", "ecole jardin" })
        {
            (await TitlesAsync(site, process, "q=" + Uri.EscapeDataString(words))).ShouldBe(["Un jardin"], words);
        }

        (await TitlesAsync(site, process, "q=%25")).Count.ShouldBe(2, "a sign that is no word filters nothing");
        (await TitlesAsync(site, process, "q=introuvable")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Sector_étape_and_answer_each_narrow_the_list_and_all_together(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        await site.PublishAsync(process, "Du tri", item => item.Content["Contribution"] = new JsonObject { ["Sector"] = new JsonObject { ["TermContentItemIds"] = new JsonArray(Waste) } });
        await site.PublishAsync(process, "D’une étape", item => item.Put(new ContributionPart { ProcessId = process, PhaseId = "etape-" + process }));
        await site.PublishAsync(process, ["Sans rien"]);

        (await TitlesAsync(site, process, "secteur=" + Waste)).ShouldBe(["Du tri"]);
        (await TitlesAsync(site, process, "etape=etape-" + process)).ShouldBe(["D’une étape"]);
        (await TitlesAsync(site, process, "reponse=none")).Count.ShouldBe(3);
        (await TitlesAsync(site, process, "reponse=Accepted")).ShouldBeEmpty();
        (await TitlesAsync(site, process, $"secteur={Waste}&reponse=none&q=tri")).ShouldBe(["Du tri"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_most_supported_and_the_latest_come_first_when_asked_for(Database database)
    {
        var site = await sites.OnAsync(database);
        var process = await site.OpenProcessAsync();
        foreach (var title in new[] { "Première", "Deuxième" })
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await site.PublishAsync(process, [title]);
        }

        var reader = await site.SignInAsync();
        var page = await (await reader.GetAsync($"/contributions?demarche={process}&tri=recent")).FollowAsync("Première");
        await page.Form("form:has(.support-button)").SubmitAsync("Je soutiens 0");
        await site.CatchUpAsync();

        (await TitlesAsync(site, process, "tri=recent")).ShouldBe(["Deuxième", "Première"]);
        (await TitlesAsync(site, process, "tri=supported")).ShouldBe(["Première", "Deuxième"]);
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(Site site, string process, string query) =>
        (await site.Visitor().GetAsync($"/contributions?demarche={process}&{query}")).Texts(".contribution-card .card-title");
}

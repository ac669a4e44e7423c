using System.Text.Json;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

/// <summary>A field that an administrator adds in the browser reaches every place where contributions are read, without code.</summary>
public sealed class AddedFieldTests
{
    [Theory, OnBothDatabases]
    public async Task A_budget_field_added_in_the_browser_is_asked_for_shown_found_exported_and_given_by_the_api(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync();
        await AddFieldAsync(site, required: false);

        var author = await site.SignInAsync();
        var form = await author.GetAsync($"/contribuer?demarche={process}");
        var review = await form.Form("draft-form form").With("TitlePart.Title", "Un four partagé").With("MarkdownBodyPart.Markdown", "Pour le pain du quartier.")
            .WithSector().With("Contribution.BudgetEstime.Value", "12 500").SubmitAsync("Relire avant d’envoyer");
        review.Texts("dt").ShouldContain("Budget estimé");
        await review.Form("main form").SubmitAsync("Envoyer ma contribution");
        await site.CatchUpAsync();

        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
        var page = await site.Visitor().GetAsync("/" + row.Path);
        Facts(page).ShouldContain("Budget estimé : 12 500");
        foreach (var words in new[] { "12500", "budget estimé", "\"12 500\"" })
        {
            var search = await site.Visitor().GetAsync("/recherche?q=" + Uri.EscapeDataString(words));
            search.Texts("article.search-result h2").ShouldContain("Un four partagé", customMessage: words);
            Plain(search.Text("article.search-result p")!).ShouldContain("Budget estimé : 12 500", customMessage: words);
        }

        var client = site.Visitor().Client;
        var ct = TestContext.Current.CancellationToken;
        (await client.GetStringAsync("/contributions.csv", ct)).ShouldSatisfyAllConditions(
            csv => csv.Split("\r\n")[0].ShouldEndWith(",Budget estimé"),
            csv => csv.ShouldContain(",12500"));
        var all = JsonDocument.Parse(await client.GetStringAsync("/contributions.json", ct)).RootElement;
        Budget(all.EnumerateArray().Single(found => found.GetProperty("id").GetString() == row.ContentItemId)).ShouldBe(12500);
        Budget(JsonDocument.Parse(await client.GetStringAsync($"/api/contributions/{row.ContentItemId}", ct)).RootElement).ShouldBe(12500);
    }

    [Theory, OnBothDatabases]
    public async Task A_required_added_field_is_demanded_at_its_input(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var process = await site.OpenProcessAsync();
        await AddFieldAsync(site, required: true);

        var form = await (await site.SignInAsync()).GetAsync($"/contribuer?demarche={process}");
        var page = await form.Form("draft-form form").With("TitlePart.Title", "Sans chiffre").With("MarkdownBodyPart.Markdown", "Un texte.").WithSector().SubmitAsync("Relire avant d’envoyer");

        page.Document.QuerySelector("[name='Contribution.BudgetEstime.Value']")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.Text("main")!.ShouldContain("Complétez « Budget estimé ».");
    }

    private static async Task AddFieldAsync(Site site, bool required)
    {
        var admin = await site.SignInAsync("Administrator");
        var types = await admin.GetAsync("/admin/types");
        var type = await types.FollowAsync("Contribution");
        var form = (await type.FollowAsync("Ajouter un champ")).Form().With("Label", "Budget estimé").With("Kind", "NumericField");
        var done = await form.With("IsRequired", required ? "true" : "false").SubmitAsync("Ajouter");
        done.Texts(".row-title").ShouldContain("Budget estimé");
        await site.CatchUpAsync();
    }

    private static IEnumerable<string> Facts(Page page) =>
        page.Document.QuerySelectorAll("dl.facts > div").Select(fact => Plain($"{fact.QuerySelector("dt")!.TextContent.Trim()} : {fact.QuerySelector("dd")!.TextContent.Trim()}"));

    /// <summary>French groups digits by a narrow no-break space.</summary>
    private static string Plain(string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ');

    private static decimal Budget(JsonElement contribution) => contribution.GetProperty("fields").GetProperty("BudgetEstime").GetDecimal();
}

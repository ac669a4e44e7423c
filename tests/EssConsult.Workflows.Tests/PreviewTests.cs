using System.Text.Json.Nodes;
using EssConsult.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Workflows.Tests;

/// <summary>What an expression may say, and what it gives, before anything runs.</summary>
public sealed class PreviewTests(Sites sites) : IClassFixture<Sites>
{
    private const string OfPages = """{"ContentTypeFilter":["Page"]}""";

    [Theory, OnBothDatabases]
    public async Task An_expression_is_tried_on_what_last_happened_and_nothing_is_stored(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Chain("4tried", """{"OutputName":"a"}""")]);
        var item = await site.PublishAsync();
        var runs = (await site.RunsAsync("4tried")).Count;
        var admin = await site.SignInAsync("Administrator");

        var page = await PreviewAsync(admin, "4tried", "input('ContentItem').DisplayText");

        page.Text(".preview-kind").ShouldBe("Un texte");
        page.Text(".preview-value").ShouldBe("Page " + item);
        page.Document.QuerySelector("textarea[name='s-Value']")!.TextContent.ShouldBe("input('ContentItem').DisplayText");
        (await RowAsync(site, "4tried")).Draft.ShouldBeNull();
        (await site.RunsAsync("4tried")).Count.ShouldBe(runs);

        var saved = await page.Form(".step-form").SubmitAsync();
        saved.Url.AbsolutePath.ShouldBe("/admin/circuits/4tried/modifier");
        (await RowAsync(site, "4tried")).Draft.ShouldNotBeNull().ShouldContain("DisplayText");
    }

    [Theory, OnBothDatabases]
    public async Task The_example_is_chosen_and_may_be_invented(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Chain("4chosen", """{"OutputName":"a"}""")]);
        var (one, _) = (await site.PublishAsync(), await site.PublishAsync());
        var admin = await site.SignInAsync("Administrator");

        (await PreviewAsync(admin, "4chosen", "input('ContentItem').ContentItemId", one)).Text(".preview-value").ShouldBe(one);
        (await PreviewAsync(admin, "4chosen", "input('ContentItem').DisplayText", "invente")).Text(".preview-value").ShouldBe("Un marché du soir près du tram");
    }

    [Theory, OnBothDatabases]
    public async Task What_earlier_steps_keep_is_offered_and_known(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4before", ("ContentPublishedEvent", OfPages), ("SetPropertyTask", """{"PropertyName":"double","Value":{"Expression":"21 * 2"}}"""),
            ("ScriptTask", """{"AvailableOutcomes":["Done"],"Script":{"Expression":"setProperty('triple', property('double') * 1.5); setOutcome('Done')"}}"""), ("SetOutputTask", """{"OutputName":"a"}"""), ("SetPropertyTask", """{"PropertyName":"later"}"""))]);
        await site.PublishAsync();
        var admin = await site.SignInAsync("Administrator");

        var page = await PreviewAsync(admin, "4before", "property('triple')", step: 3);

        (page.Text(".preview-kind"), page.Text(".preview-value")).ShouldBe(("Un nombre", "63"));
        var offered = Offered(page, "JavaScript");
        offered.ShouldContain("property('double')");
        offered.ShouldContain("property('triple')");
        offered.ShouldNotContain("property('later')");
        Offered(page, "Liquid").ShouldContain("{{ Workflow.Properties.double }}");
    }

    [Theory, OnBothDatabases]
    public async Task A_mistake_says_why_and_on_which_line(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Chain("4wrong", """{"OutputName":"a"}""")]);
        var admin = await site.SignInAsync("Administrator");

        var unknown = await PreviewAsync(admin, "4wrong", "let a = 1;\na + nope");
        unknown.Text(".preview-kind").ShouldBe("Erreur · ligne 2");
        unknown.Text(".preview-value").ShouldNotBeNull().ShouldContain("nope");
        (await PreviewAsync(admin, "4wrong", "1 +\n+\n)")).Text(".preview-kind").ShouldBe("Erreur · ligne 3");
        (await PreviewAsync(admin, "4wrong", "while (true) {}")).Text(".preview-kind").ShouldBe("Erreur");
    }

    [Theory, OnBothDatabases]
    public async Task A_template_is_tried_as_it_will_read(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4liquid", ("ContentPublishedEvent", OfPages), ("LogTask", "{}"))]);
        var item = await site.PublishAsync();
        var admin = await site.SignInAsync("Administrator");
        var step = await admin.GetAsync("/admin/circuits/4liquid/modifier/4liquid-1");
        Offered(step, "JavaScript").ShouldBeEmpty();

        var page = await step.Form(".step-form").With("s-Text", "« {{ Workflow.Input.ContentItem.DisplayText }} »").SubmitAsync("Aperçu : Texte");
        page.Text(".preview-value").ShouldBe($"« Page {item} »");

        var broken = await page.Form(".step-form").With("s-Text", "{% if %}").SubmitAsync("Aperçu : Texte");
        broken.Text(".preview-kind").ShouldBe("Erreur");
    }

    /// <summary>What is offered can be pasted as it stands: no function that is not there, no path that leads nowhere.</summary>
    [Theory, OnBothDatabases]
    public async Task Everything_that_is_offered_can_be_said(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Chain("4offers", """{"OutputName":"a"}"""), Circuits.Chain("4form", ("HttpRequestEvent", """{"HttpMethod":"POST"}"""), ("SetOutputTask", """{"OutputName":"a"}"""))]);
        await site.PublishAsync();
        var admin = await site.SignInAsync("Administrator");
        var page = await admin.GetAsync("/admin/circuits/4offers/modifier/4offers-1");

        var paths = Offered(page, "JavaScript").Where(word => word.StartsWith("input(", StringComparison.Ordinal)).ToList();
        paths.ShouldContain("input('ContentItem').TitlePart.Title");
        (await PreviewAsync(admin, "4offers", $"[{string.Join(", ", paths)}].length")).Text(".preview-value").ShouldBe(paths.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));

        var functions = Offered(await admin.GetAsync("/admin/circuits/4form/modifier/4form-1"), "JavaScript").Select(word => word[..word.IndexOf('(', StringComparison.Ordinal)]).Distinct().ToList();
        functions.ShouldContain("requestForm");
        (await PreviewAsync(admin, "4form", $"[{string.Join(", ", functions.Select(name => "typeof " + name))}].filter(kind => kind !== 'function').length")).Text(".preview-value").ShouldBe("0");

        var templates = string.Join('\n', Offered(page, "Liquid").Distinct());
        (await page.Form(".step-form").With("Syntax", "Liquid").With("s-Value", templates).SubmitAsync("Aperçu : Valeur")).Text(".preview-kind").ShouldBe("Un texte");
    }

    [Theory, OnBothDatabases]
    public async Task Offering_costs_the_same_queries_however_much_there_is(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Chain("4cost", """{"OutputName":"a"}""")]);
        await site.PublishAsync();
        var admin = await site.SignInAsync("Administrator");
        await admin.GetAsync("/admin/circuits/4cost/modifier/4cost-1");
        var few = await admin.GetAsync("/admin/circuits/4cost/modifier/4cost-1");

        for (var more = 0; more < 5; more++)
        {
            await site.PublishAsync();
        }

        (await admin.GetAsync("/admin/circuits/4cost/modifier/4cost-1")).Queries.Count.ShouldBe(few.Queries.Count);
    }

    private static JsonObject Chain(string id, string output) => Circuits.Chain(id, ("ContentPublishedEvent", OfPages), ("SetOutputTask", output));

    private static async Task<Page> PreviewAsync(Visitor admin, string circuit, string script, string? example = null, int step = 1)
    {
        var form = (await admin.GetAsync($"/admin/circuits/{circuit}/modifier/{circuit}-{step}")).Form(".step-form").With("s-Value", script);
        return await (example is null ? form : form.With("exemple", example)).SubmitAsync("Aperçu : Valeur");
    }

    private static IReadOnlyList<string> Offered(Page page, string language) => [.. page.Document.QuerySelectorAll($"[data-language='{language}'] code").Select(word => word.TextContent)];

    private static Task<WorkflowTypeRow> RowAsync(Site site, string id) => site.InDatabaseAsync(db => db.Set<WorkflowTypeRow>().AsNoTracking().SingleAsync(row => row.Id == id));
}

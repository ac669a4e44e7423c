using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Modules;
using EssConsult.Kernel.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Tests.Recipes;

public sealed class StepTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task Feature_switches_modules_and_reports_ids_that_no_module_bears(Database database)
    {
        var site = await sites.OnAsync(database);

        var run = await site.PlayAsync("""{ "steps": [ { "name": "feature", "enable": ["EssConsult.Content", "OrchardCore.Html"] } ] }""");

        run.Reports().ShouldBe(["feature Partial 1 OrchardCore.Html"]);
        site.Services.GetRequiredService<FeatureSwitch>().IsEnabled("EssConsult.Content").ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Themes_sets_the_theme_and_reports_one_that_is_not_installed(Database database)
    {
        var site = await sites.OnAsync(database);

        var run = await site.PlayAsync("""{ "steps": [ { "name": "Themes", "Site": "TheBlogTheme", "Admin": "solilab" }, { "name": "Themes", "Site": "solilab" } ] }""");

        run.Reports().ShouldBe(["Themes Partial TheBlogTheme", "Themes Done solilab"]);
        site.Services.GetRequiredService<SiteSettings>().Text("Themes", "Site").ShouldBe("solilab");
    }

    [Theory, OnBothDatabases]
    public async Task Settings_go_among_the_sites_own_and_objects_replace_their_namesake_whole(Database database)
    {
        var site = await sites.OnAsync(database);
        var settings = site.Services.GetRequiredService<SiteSettings>();

        await site.PlayAsync("""{ "steps": [ { "name": "settings", "CdnBaseUrl": "a", "StepTestSettings": { "One": 1, "Two": 2 } } ] }""");
        var run = await site.PlayAsync("""{ "steps": [ { "name": "settings", "CdnBaseUrl": "a", "StepTestSettings": { "Two": 3 }, "HomeRoute": { "Action": "x" } } ] }""");

        run.Reports().ShouldBe(["settings Done 2 1"]);
        settings.Text(SiteSettings.Site, "CdnBaseUrl").ShouldBe("a");
        settings.Get("StepTestSettings").ToJsonString().ShouldBe("""{"Two":3}""");
        settings.Get(SiteSettings.Site)["HomeRoute"]!["Action"]!.ToString().ShouldBe("x");
        (await site.PublishedAsync<SettingsChanged>()).ShouldContain(changed => changed.Names.Contains("StepTestSettings"));
    }

    [Theory, OnBothDatabases]
    public async Task Definitions_are_merged_replaced_and_deleted(Database database)
    {
        var site = await sites.OnAsync(database);
        const string Part = """{ "Name": "StepNote", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Colour" } ] }""";
        const string Other = """{ "Name": "StepNote", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Smell" } ] }""";
        Task<string[]> FieldsAsync() => site.UseAsync<IContentDefinitions, string[]>(definitions => Task.FromResult(definitions.FindPart("StepNote")?.Fields.Select(field => field.Name).ToArray() ?? []));

        (await site.PlayAsync($$"""{ "steps": [ { "name": "ContentDefinition", "ContentParts": [ {{Part}} ], "ContentTypes": [ { "Name": "StepNote", "DisplayName": "Note" } ] } ] }""")).Reports()
            .ShouldBe(["ContentDefinition Done 1 1 0"]);
        (await site.PlayAsync($$"""{ "steps": [ { "name": "contentdefinition", "ContentParts": [ {{Other}} ] } ] }""")).Reports().ShouldBe(["contentdefinition Done 0 1 0"]);
        (await FieldsAsync()).ShouldBe(["Colour", "Smell"]);
        (await site.PlayAsync($$"""{ "steps": [ { "name": "ContentDefinition", "ContentParts": [ {{Other}} ] } ] }""")).Reports().ShouldBe(["ContentDefinition Done 0 0 1"]);

        await site.PlayAsync($$"""{ "steps": [ { "name": "ReplaceContentDefinition", "ContentParts": [ {{Other}} ] } ] }""");
        (await FieldsAsync()).ShouldBe(["Smell"]);

        (await site.PlayAsync("""{ "steps": [ { "name": "DeleteContentDefinition", "ContentParts": [ "StepNote", "Nobody" ], "ContentTypes": [ "StepNote" ] } ] }""")).Reports()
            .ShouldBe(["DeleteContentDefinition Partial 2 Nobody"]);
        (await FieldsAsync()).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Content_is_imported_once_with_its_ids_terms_know_their_taxonomy_and_html_is_sanitised(Database database)
    {
        var site = await sites.OnAsync(database);
        const string Recipe = """
            { "variables": { "id": "4steptaxonomy" }, "steps": [
              { "name": "ContentDefinition", "ContentTypes": [ { "Name": "StepPage", "DisplayName": "P", "ContentTypePartDefinitionRecords": [ { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart" } ] } ] },
              { "name": "content", "Data": [
                { "ContentItemId": "[js: variables('id')]", "ContentItemVersionId": "4steptaxonomyv", "ContentType": "Taxonomy", "DisplayText": "T", "Latest": "true", "Published": true, "Id": 0,
                  "TaxonomyPart": { "TermContentType": "X", "Terms": [ { "ContentItemId": "4t1", "DisplayText": "[github_stars]", "Terms": [ { "ContentItemId": "4t2" } ] } ] } },
                { "ContentItemId": "4steppage", "ContentItemVersionId": "4steppagev", "ContentType": "StepPage", "Latest": true, "Published": true,
                  "HtmlBodyPart": { "Html": "<p>a<script>b</script></p>" } },
                { "ContentItemId": "4steppage", "ContentItemVersionId": "4steppagev", "ContentType": "StepPage" } ] } ] }
            """;

        (await site.PlayAsync(Recipe)).Reports().Last().ShouldBe("content Partial 2 0 1");
        (await site.PlayAsync(Recipe)).Reports().Last().ShouldBe("content Partial 0 2 1");

        var taxonomy = (await site.UseAsync<IContentStore, ContentItem?>(store => store.FindAsync("4steptaxonomy", ContentVersion.Published, default)))!;
        var term = taxonomy.Content["TaxonomyPart"]!["Terms"]![0]!;
        term["DisplayText"]!.ToString().ShouldBe("[github_stars]");
        term["TermPart"]!["TaxonomyContentItemId"]!.ToString().ShouldBe("4steptaxonomy");
        term["Terms"]![0]!["TermPart"]!["TaxonomyContentItemId"]!.ToString().ShouldBe("4steptaxonomy");
        var page = (await site.UseAsync<IContentStore, ContentItem?>(store => store.FindAsync("4steppage", ContentVersion.Published, default)))!;
        page.Part<HtmlBodyPart>()!.Html.ShouldBe("<p>a</p>");
    }

    [Theory, OnBothDatabases]
    public async Task Templates_are_stored_used_at_once_and_reported_when_they_do_not_parse(Database database)
    {
        var site = await sites.OnAsync(database);
        const string Recipe = """
            { "steps": [ { "name": "Templates", "Templates": {
              "Content_Summary__StepNote": { "Description": "d", "Content": "<b>{{ Model.ContentItem.DisplayText }}</b>" },
              "Content__StepNote": { "Content": "{% zone %}{% if %}" } } } ] }
            """;

        (await site.PlayAsync(Recipe)).Reports().ShouldBe(["Templates Partial 2 0 Content__StepNote"]);
        (await site.PlayAsync(Recipe)).Reports().ShouldBe(["Templates Partial 0 2 Content__StepNote"]);
        await site.CatchUpAsync();

        var templates = site.Services.GetRequiredService<ThemeTemplates>();
        templates.Find(["Content-StepNote.Summary"]).ShouldBe("<b>{{ Model.ContentItem.DisplayText }}</b>");
        templates.Find(["Content-StepNote"]).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task An_items_flags_and_dates_win_over_the_sites_own(Database database)
    {
        var site = await sites.OnAsync(database);

        await site.PlayAsync("""
            { "steps": [ { "name": "Content", "data": [ { "ContentItemId": "4stepdated", "ContentItemVersionId": "4stepdatedv", "ContentType": "Page", "DisplayText": "D", "Latest": true, "Published": true,
              "Owner": "4someone", "Author": "Léa", "CreatedUtc": "2015-04-01T08:00:00Z", "PublishedUtc": "2015-04-02T08:00:00Z" } ] } ] }
            """);

        var row = await site.InDatabaseAsync(db => db.Set<ContentRow>().SingleAsync(row => row.ContentItemId == "4stepdated"));
        (row.Owner, row.Author, row.CreatedUtc.Day, row.PublishedUtc!.Value.Day, row.Published).ShouldBe(("4someone", "Léa", 1, 2, true));
    }
}

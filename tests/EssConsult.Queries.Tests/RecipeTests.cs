using System.IO.Compression;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Queries.Tests;

public sealed class RecipeTests
{
    private const string Kept = """{ "Source": "Sql", "Name": "Kept", "Template": "SELECT DocumentId FROM ContentItemIndex LIMIT 3", "Schema": "{ \"type\": \"ContentItem/Post\" }", "ReturnContentItems": true, "Unknown": { "a": [1, null] } }""";
    private const string Nested = """{ "Source": "Lucene", "Name": "Nested", "Properties": { "LuceneQueryMetadata": { "Template": "{\"query\":{\"match_all\":{}}}", "Index": "Search", "Own": true } } }""";
    private const string Profile = """{ "name": "CreateOrUpdateIndexProfile", "Indexes": [ { "Name": "Posts", "IndexName": "posts", "ProviderName": "Lucene", "Type": "Content", "Properties": { "LuceneIndexMetadata": { "AnalyzerName": "standard" }, "ContentIndexMetadata": { "IndexLatest": false, "IndexedContentTypes": [ "Post" ], "Culture": "any" } } } ] }""";
    private const string Legacy = """{ "name": "lucene-index", "Indices": [ { "Search": { "AnalyzerName": "standardanalyzer", "IndexLatest": false, "IndexedContentTypes": [ "Post", "Note" ] } } ] }""";

    [Theory, OnBothDatabases]
    public async Task What_is_exported_and_imported_elsewhere_is_exported_as_the_same_bytes(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync(Blog.Queries(Kept, Nested), Blog.Step(Profile), Blog.Step(Legacy), Blog.Step("""{ "name": "Settings", "SearchSettings": { "DefaultIndexProfileName": "Posts" } }"""));
        var exported = await ExportAsync(site);
        await using var elsewhere = await Site.StartAsync(database);
        var file = Path.Combine(elsewhere.Folder, "import.recipe.json");
        await File.WriteAllTextAsync(file, exported);
        (await elsewhere.CommandAsync("recipe run", file)).ExitCode.ShouldBe(0);

        (await ExportAsync(elsewhere)).ShouldBe(exported);

        var steps = JsonNode.Parse(exported)!["steps"]!.AsArray().Select(step => step!.AsObject()).ToList();
        JsonObject Query(string name) => steps.Single(step => step["name"]!.ToString() == "Queries")["Queries"]!.AsArray().Select(query => query!.AsObject()).Single(query => query["Name"]!.ToString() == name);
        Query("Kept")["Unknown"]!.ToJsonString().ShouldBe("""{"a":[1,null]}""");
        Query("Kept")["Properties"]!["SqlQueryMetadata"]!["Template"]!.ToString().ShouldBe("SELECT DocumentId FROM ContentItemIndex LIMIT 3");
        (Query("Nested")["Template"]!.ToString(), Query("Nested")["Index"]!.ToString(), Query("Nested")["Properties"]!["LuceneQueryMetadata"]!["Own"]!.ToString()).ShouldBe(("""{"query":{"match_all":{}}}""", "Search", "true"));
        steps.Single(step => step["name"]!.ToString() == "CreateOrUpdateIndexProfile")["Indexes"]!.ToJsonString().ShouldBe(Blog.Step(Profile)["Indexes"]!.ToJsonString());
        steps.Single(step => step["name"]!.ToString() == "lucene-index")["Indices"]!.ToJsonString().ShouldBe(Blog.Step(Legacy)["Indices"]!.ToJsonString());
        steps.Single(step => step["name"]!.ToString() == "Settings")["SearchSettings"]!["DefaultIndexProfileName"]!.ToString().ShouldBe("Posts");
    }

    [Theory, OnBothDatabases]
    public async Task A_query_is_replaced_by_its_name_and_an_unknown_source_is_an_error(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync(Blog.Queries(Kept));
        var again = await site.PlayAsync(Blog.Queries(Kept));
        await site.PlayAsync(Blog.Queries(Kept.Replace("LIMIT 3", "LIMIT 4", StringComparison.Ordinal)));

        again.ShouldContain("0 requêtes rangées, 1 déjà ainsi.");
        (await site.InDatabaseAsync(db => db.Set<QueryRow>().SingleAsync())).Json.ShouldContain("LIMIT 4");
        (await site.PlayAsync(fails: true, Blog.Queries(Blog.Query("Other", "Elasticsearch", "{}")))).ShouldContain("La requête « Other » vient d’une source inconnue : Elasticsearch.");
        (await site.PlayAsync(Blog.Queries(Blog.Query("Bad", "Sql", "SELECT * FROM person")))).ShouldContain("Gardées mais illisibles ici : Bad.");
    }

    [Theory, OnBothDatabases]
    public async Task An_index_names_the_types_that_queries_find_in_it(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Queries(Nested), Blog.Step(Profile), Blog.Step(Legacy), Blog.Content(Blog.Post("Un billet"), Blog.Note("Une note"), Blog.Listing("une-liste")));
        const string All = """{"query":{"match_all":{}},"sort":"Content.ContentItem.DisplayText","size":100}""";

        (await site.TitlesAsync("Lucene", All, index: "Posts")).ShouldBe(["Un billet"]);
        (await site.TitlesAsync("Lucene", All, index: "search")).ShouldBe(["Un billet", "Une note"]);
        (await site.TitlesAsync("Lucene", All)).ShouldContain("Liste");
        (await site.RefusedAsync("Lucene", All, index: "Nulle part")).Code.ShouldBe("query.index");
        foreach (var step in new[] { "RebuildIndex", "ResetIndex", "lucene-index-rebuild", "lucene-index-reset" })
        {
            await site.PlayAsync(Blog.Step($$"""{ "name": "{{step}}", "Indices": [ "Search" ], "includeAll": true }"""));
        }

        (await site.TitlesAsync("Lucene", All, index: "Posts")).ShouldBe(["Un billet"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_index_goes_on_where_it_stood_and_is_gone_with_the_last_query(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var folder = Path.Combine(site.Folder, "index-queries");
        Directory.Exists(folder).ShouldBeFalse();
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Queries(Nested), Blog.Step(Legacy), Blog.Content(Blog.Post("Avant")));
        await site.RestartAsync();
        await site.PlayAsync(Blog.Content(Blog.Post("Après")));

        const string All = """{"query":{"term":{"Content.ContentItem.ContentType":"Post"}},"sort":"Content.ContentItem.DisplayText"}""";
        (await site.TitlesAsync("Lucene", All)).ShouldBe(["Après", "Avant"]);

        await site.InDatabaseAsync(async db =>
        {
            db.RemoveRange(await db.Set<QueryRow>().ToListAsync());
            db.Publish(new Contracts.QueriesChanged(["Nested"]));
            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();
        Directory.Exists(folder).ShouldBeFalse();
        (await site.RefusedAsync("Lucene", All)).Code.ShouldBe("query.index-none");
    }

    [Theory, OnBothDatabases]
    public async Task Scripts_of_recipes_and_circuits_execute_queries(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.PlayAsync(Blog.Step(Blog.Definitions), Blog.Content(Blog.Post("Script 1"), Blog.Post("Script 2"), Blog.Post("Script brouillon", published: false)),
            Blog.Queries(Blog.Query("Titles", "Sql", "SELECT DisplayText FROM ContentItemIndex WHERE DisplayText LIKE @like ORDER BY DisplayText", items: false), Blog.Query("Items", "Sql", "SELECT DocumentId FROM ContentItemIndex WHERE DisplayText LIKE 'Script%'")),
            Blog.Step("""{ "name": "Settings", "QuerySeen": { "Titles": "[js: executeQuery('Titles', { like: 'Script%' }).map(r => r.DisplayText).join('+')]", "Items": "[js: executeQuery('Items').length]", "Text": "[js: executeQuery('Titles', '{\"like\":\"Script 1\"}').length]", "Later": "[js: executeQueryAsync('Titles', { like: 'Script%' }).then(r => r.length)]" } }"""));

        (await site.UseAsync<SiteSettings, JsonObject>(settings => Task.FromResult(settings.Get("QuerySeen")))).ToJsonString().ShouldBe("""{"Titles":"Script 1\u002BScript 2","Items":"2","Text":"1","Later":"2"}""");

        await site.PlayAsync(Blog.Step("""
            { "name": "WorkflowType", "data": [ { "WorkflowTypeId": "4queries", "Name": "Compter", "IsEnabled": true,
              "Activities": [
                { "ActivityId": "start", "Name": "ContentPublishedEvent", "IsStart": true, "Properties": { "ContentTypeFilter": [ "Note" ] } },
                { "ActivityId": "count", "Name": "ScriptTask", "Properties": { "AvailableOutcomes": [ "Done" ], "Script": { "Expression": "setProperty('counted', executeQuery('Titles', { like: 'Script%' }).length); setOutcome('Done')" } } },
                { "ActivityId": "wait", "Name": "SignalEvent", "Properties": { "SignalName": { "Expression": "Fin" } } } ],
              "Transitions": [ { "SourceActivityId": "start", "SourceOutcomeName": "Done", "DestinationActivityId": "count" }, { "SourceActivityId": "count", "SourceOutcomeName": "Done", "DestinationActivityId": "wait" } ] } ] }
            """));
        await site.PlayAsync(Blog.Content(Blog.Note("Déclenche")));
        await Site.UntilAsync(async () => (await site.DumpAsync()).Any(line => line.StartsWith("workflow_instance:", StringComparison.Ordinal) && line.Contains("\"counted\":2", StringComparison.Ordinal)));
    }

    private static async Task<string> ExportAsync(Site site)
    {
        var file = Path.Combine(site.Folder, $"{Guid.NewGuid():N}.zip");
        (await site.CommandAsync("recipe export", file)).ExitCode.ShouldBe(0);
        await using var zip = await ZipFile.OpenReadAsync(file);
        using var recipe = new StreamReader(await zip.GetEntry("Recipe.json")!.OpenAsync());
        return await recipe.ReadToEndAsync();
    }
}

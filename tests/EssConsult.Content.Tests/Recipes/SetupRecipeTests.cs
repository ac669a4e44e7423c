using System.Net;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Tests.Recipes;

/// <summary>Recipes that set up a site elsewhere, played on an empty one: their readers read, and their home page is the home page.</summary>
public sealed class SetupRecipeTests
{
    private const string Roles = """{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": [] }, { "Name": "Authenticated", "Permissions": [] }, { "Name": "Author" } ] },""";

    private const string Pages = """
        { "name": "settings", "HomeRoute": { "Action": "Display", "Controller": "Item", "Area": "OrchardCore.Contents", "ContentItemId": "4studio" } },
        { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Studio", "DisplayName": "Atelier", "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" } ] } ] },
        { "name": "Templates", "Templates": { "Content__Studio": { "Content": "<h1 class=\"studio\">{{ Model.ContentItem }}</h1>" } } },
        { "name": "content", "data": [ { "ContentItemId": "4studio", "ContentItemVersionId": "4studiov1", "ContentType": "Studio", "DisplayText": "L’atelier", "Latest": true, "Published": true, "TitlePart": { "Title": "L’atelier" }, "AutoroutePart": { "Path": "atelier" } } ] }
        """;

    [Theory]
    [OnBothDatabases(Roles)]
    [OnBothDatabases("")]
    public async Task Visitors_read_a_site_whose_recipe_leaves_the_rights_of_its_roles_open(Database database, string roles)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync(Recipe(isSetup: true, roles + Pages));
        await site.CatchUpAsync();

        var page = await site.Visitor().GetAsync("/atelier");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text(".studio").ShouldBe("L’atelier");
    }

    [Theory, OnBothDatabases]
    public async Task Roles_that_stand_keep_their_rights_when_a_setup_recipe_leaves_them_open_and_lose_them_when_another_recipe_takes_them(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync(Recipe(isSetup: false, """{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": [ "ViewContent" ] }, { "Name": "Author", "Permissions": [ "ListContent" ] } ] },""" + Pages));

        await site.PlayAsync(Recipe(isSetup: true, Roles + Pages));
        await site.CatchUpAsync();
        (await RightsAsync(site, "Author")).ShouldBe(["ListContent"]);
        (await site.Visitor().GetAsync("/atelier")).Has(".studio").ShouldBeTrue();

        await site.PlayAsync(Recipe(isSetup: false, Roles + Pages));
        await site.CatchUpAsync();
        (await RightsAsync(site, "Author")).ShouldBeEmpty();
        (await site.Visitor().GetAsync("/atelier")).Has(".studio").ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task The_item_of_the_home_route_is_the_home_page_as_long_as_readers_see_it(Database database)
    {
        await using var site = await Site.StartAsync(database);
        (await site.Visitor().GetAsync("/")).Has(".hero-question").ShouldBeTrue();
        await site.PlayAsync(Recipe(isSetup: true, Roles + Pages));
        await site.CatchUpAsync();

        var home = await site.Visitor().GetAsync("/");
        home.Texts("main h1").ShouldBe(["L’atelier"]);
        home.Text("title")!.ShouldContain("L’atelier");
        home.Has(".hero-art").ShouldBeFalse();

        await site.PlayAsync(Recipe(isSetup: false, """{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": [] } ] }"""));
        await site.CatchUpAsync();
        (await site.Visitor().GetAsync("/")).Has(".hero-question").ShouldBeTrue();
    }

    /// <summary>A command on an empty site signs with a key that is not stored yet, and only one writer has its turn.</summary>
    [Theory, OnBothDatabases]
    public async Task An_expression_may_write_before_its_step_has_its_turn(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Services = services => services.AddSingleton<IRecipeGlobals, Writing>() });

        var run = await site.PlayAsync("""{ "steps": [ { "name": "Settings", "SetupTest": "[js: write()]" } ] }""");

        run.Reports().ShouldBe(["Settings Done 1 0"]);
    }

    [Fact]
    public async Task A_recipe_in_the_folder_of_a_theme_reads_the_files_of_that_theme_and_no_others()
    {
        await using var site = await Site.StartAsync(Database.Sqlite);
        var theme = Directory.CreateDirectory(Path.Combine(site.Folder, "elsewhere", "TheTheme"));
        Directory.CreateDirectory(Path.Combine(theme.FullName, "Recipes"));
        Directory.CreateDirectory(Path.Combine(theme.FullName, "wwwroot"));
        await File.WriteAllBytesAsync(Path.Combine(theme.FullName, "wwwroot", "dot.png"), Convert.FromBase64String(ExportTests.Dot), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(theme.Parent!.FullName, "secret.png"), Convert.FromBase64String(ExportTests.Dot), TestContext.Current.CancellationToken);
        var file = Path.Combine(theme.FullName, "Recipes", "theme.recipe.json");
        await File.WriteAllTextAsync(file, """{ "steps": [ { "name": "media", "Files": [ { "TargetPath": "in.png", "SourcePath": "../wwwroot/dot.png" }, { "TargetPath": "out.png", "SourcePath": "../../secret.png" } ] } ] }""", TestContext.Current.CancellationToken);

        var (_, output) = await site.CommandAsync("recipe run", file);

        output.ShouldContain("1 fichiers rangés. Refusés : out.png (recipe.path-outside).");
    }

    private static string Recipe(bool isSetup, string steps) => $$"""{ "name": "studio", "issetuprecipe": {{(isSetup ? "true" : "false")}}, "steps": [ {{steps}} ] }""";

    private static async Task<string[]> RightsAsync(Site site, string role)
    {
        var export = await site.CommandAsync("recipe export", Path.Combine(site.Folder, "rights.zip"));
        export.ExitCode.ShouldBe(0, export.Output);
        await using var zip = await System.IO.Compression.ZipFile.OpenReadAsync(Path.Combine(site.Folder, "rights.zip"), TestContext.Current.CancellationToken);
        await using var stream = await zip.GetEntry("Recipe.json")!.OpenAsync(TestContext.Current.CancellationToken);
        var steps = System.Text.Json.Nodes.JsonNode.Parse(stream)!["steps"]!.AsArray();
        return [.. steps.Single(step => step!["name"]!.ToString() == "Roles")!["Roles"]!.AsArray().Single(known => known!["Name"]!.ToString() == role)!["Permissions"]!.AsArray().Select(name => name!.ToString())];
    }

    private sealed class Writing(IServiceScopeFactory scopes) : IRecipeGlobals
    {
        public IReadOnlyDictionary<string, object> Globals => new Dictionary<string, object> { ["write"] = () => WriteAsync().WaitAsync(TimeSpan.FromSeconds(20)).GetAwaiter().GetResult() };

        private async Task<string> WriteAsync()
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var write = await scope.ServiceProvider.GetRequiredService<SiteDb>().BeginWriteAsync(CancellationToken.None);
            await write.CommitAsync(CancellationToken.None);
            return "written";
        }
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Content.Recipes;
using EssConsult.Content.Recipes.Export;
using EssConsult.Kernel.Data;
using EssConsult.Testing.Browsing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Tests.Recipes;

public sealed class ExportTests(DemoSites sites) : IClassFixture<DemoSites>
{
    [Theory, OnBothDatabases]
    public async Task A_site_imported_elsewhere_exports_the_same_bytes(Database database)
    {
        var site = await sites.OnAsync(database);
        var zip = await ExportAsync(site, withAuthors: true);
        await using var elsewhere = await Site.StartAsync(database);

        var run = await ImportAsync(elsewhere, zip);

        run.Outcome.ShouldBe(RecipeStepOutcome.Done, string.Join(Environment.NewLine, run.Reports()));
        Recipe(await ExportAsync(elsewhere, withAuthors: true)).ShouldBe(Recipe(zip));
    }

    [Theory, OnBothDatabases]
    public async Task The_same_site_exports_the_same_zip_and_importing_it_there_changes_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var zip = await ExportAsync(site, withAuthors: false);

        (await ExportAsync(site, withAuthors: false)).ShouldBe(zip);
        var before = await site.InDatabaseAsync(db => db.Set<ContentRow>().OrderBy(row => row.ContentItemVersionId).ToListAsync());
        await ImportAsync(site, zip);
        (await site.InDatabaseAsync(db => db.Set<ContentRow>().OrderBy(row => row.ContentItemVersionId).ToListAsync())).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task The_steps_stand_in_the_order_that_an_import_needs(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap,demo" });
        await site.PlayAsync("""{ "steps": [ { "name": "Templates", "Templates": { "Content__Exported": { "Content": "x" } } } ] }""");

        var recipe = JsonNode.Parse(Recipe(await ExportAsync(site, withAuthors: false)))!;

        recipe["steps"]!.AsArray().Select(step => step!["name"]!.ToString()).ShouldBe(["Feature", "Themes", "Settings", "Roles", "ContentDefinition", "Templates", "Content", "WorkflowType"]);
        var item = recipe["steps"]!.AsArray()[^2]!["data"]![0]!.AsObject();
        item.Select(pair => pair.Key).Take(6).ShouldBe(["ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published"]);
    }

    [Theory, OnBothDatabases]
    public async Task Names_addresses_and_secrets_stay_at_home(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync("""{ "steps": [ { "name": "Settings", "SmtpSettings": { "Host": "mail.example.org", "Password": "hush-hush", "Inner": { "ApiKey": "hush-hush" } }, "SiteSalt": "hush-hush" } ] }""");

        var without = Recipe(await ExportAsync(site, withAuthors: false));

        without.ShouldContain("mail.example.org");
        without.ShouldNotContain("hush-hush");
        without.ShouldNotContain("Anne-Laure M.");
        without.ShouldNotContain("\"Author\"", Case.Sensitive);
        without.ShouldNotContain("annelaure@example.org");
        Recipe(await ExportAsync(site, withAuthors: true)).ShouldContain("\"Author\": \"Anne-Laure M.\"");
    }

    [Theory, OnBothDatabases]
    public async Task Importing_settings_keeps_the_secrets_that_an_export_leaves_out(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync("""{ "steps": [ { "name": "Settings", "KeptSettings": { "Host": "a", "Password": "hush" } } ] }""");

        await site.PlayAsync("""{ "steps": [ { "name": "Settings", "KeptSettings": { "Host": "b" } } ] }""");

        (await site.UseAsync<SiteSettings, JsonObject>(settings => Task.FromResult(settings.Get("KeptSettings")))).ToJsonString().ShouldBe("""{"Host":"b","Password":"hush"}""");
    }

    [Theory, OnBothDatabases]
    public async Task What_people_wrote_does_not_run_where_it_is_imported(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.InDatabaseAsync(async db =>
        {
            db.Add(new ContentRow
            {
                ContentItemId = "4script", ContentItemVersionId = "4scriptv", ContentType = "Page", DisplayText = "[note: see below]", Published = true, Latest = true,
                Json = """{"TitlePart":{"Title":"[js: uuid()]"}}""",
            });
            await db.SaveChangesAsync();
        });

        await using var elsewhere = await Site.StartAsync(database);
        await ImportAsync(elsewhere, await ExportAsync(site, withAuthors: true));

        var row = await elsewhere.InDatabaseAsync(db => db.Set<ContentRow>().SingleAsync(row => row.ContentItemId == "4script"));
        row.DisplayText.ShouldBe(" [note: see below]");
        row.Json.ShouldContain("\" [js: uuid()]\"");
    }

    [Theory, OnBothDatabases]
    public async Task Pictures_travel_with_their_description(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync($$"""{ "steps": [ { "name": "media", "Files": [ { "TargetPath": "logos/dot.png", "Base64": "{{Dot}}", "AlternativeText": "Un point" } ] } ] }""");
        await using var elsewhere = await Site.StartAsync(database);

        var run = await ImportAsync(elsewhere, await ExportAsync(site, withAuthors: false));

        run.Reports().ShouldContain("media Done 1");
        (await elsewhere.Visitor().Client.GetAsync("/media/logos/dot.png")).Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        Recipe(await ExportAsync(elsewhere, withAuthors: false)).ShouldContain("Un point");
    }

    [Theory, OnBothDatabases]
    public async Task A_recipes_media_are_checked_one_by_one_and_nothing_is_fetched_from_elsewhere(Database database)
    {
        var site = await sites.OnAsync(database);

        var run = await site.PlayAsync($$"""
            { "steps": [ { "name": "media", "Files": [
              { "Path": "step/dot.png", "Base64": "{{Dot}}" },
              { "TargetPath": "step/far.png", "SourceUrl": "http://127.0.0.1/far.png" },
              { "TargetPath": "step/page.html", "Base64": "PGh0bWw+" },
              { "TargetPath": "../out.png", "Base64": "{{Dot}}" },
              { "TargetPath": "step/beside.png", "SourcePath": "beside.png" } ] } ] }
            """);

        run.Reports().ShouldBe(["media Partial 1 step/far.png (media.source-url), step/page.html (media.kind), ../out.png (media.path), step/beside.png (media.no-source)"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_whose_bytes_are_missing_is_named_and_the_export_goes_on(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync($$"""{ "steps": [ { "name": "media", "Files": [ { "TargetPath": "logos/lost.png", "Base64": "{{Dot}}" } ] } ] }""");
        Directory.Delete(Path.Combine(site.Folder, "media"), recursive: true);

        var step = JsonNode.Parse(Recipe(await ExportAsync(site, withAuthors: false)))!["steps"]!.AsArray().Single(step => step!["name"]!.ToString() == "media")!;

        step.ToJsonString().ShouldBe("""{"name":"media","Files":[],"Missing":["logos/lost.png"]}""");
    }

    [Theory, OnBothDatabases]
    public async Task An_administrator_chooses_what_goes_out(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync("""{ "steps": [ { "name": "Templates", "Templates": { "Content__Chosen": { "Content": "x" } } } ] }""");
        var admin = await site.SignInAsync("Administrator");

        var form = Only((await admin.GetAsync("/admin/modeles")).Form(".panel form"), "Templates", "Content").With("ContentTypes", "Page");
        var answer = await admin.Client.SendAsync(form.Press("Exporter"), TestContext.Current.CancellationToken);
        var steps = JsonNode.Parse(Recipe(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)))!["steps"]!.AsArray();

        steps.Select(step => step!["name"]!.ToString()).ShouldBe(["Templates", "Content"]);
        steps[1]!["data"]!.AsArray().Select(item => item!["ContentType"]!.ToString()).Distinct().ShouldBe(["Page"]);
        var refused = await Only((await admin.GetAsync("/admin/modeles")).Form(".panel form")).SubmitAsync("Exporter");
        refused.Text("main")!.ShouldContain("Choisissez ce que l’export contient.");
    }

    private static Form Only(Form form, params string[] places)
    {
        form.With("Chosen", "true");
        foreach (var place in Enum.GetNames<RecipeExportPlace>().Except(places))
        {
            form.Without("Places", place);
        }

        return form;
    }

    internal const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    private static async Task<byte[]> ExportAsync(Site site, bool withAuthors)
    {
        using var zip = new MemoryStream();
        await site.UseAsync<RecipeExporter>(exporter => exporter.WriteAsync(zip, new ExportChoice(withAuthors), TestContext.Current.CancellationToken));
        return zip.ToArray();
    }

    private static async Task<RecipeRun> ImportAsync(Site site, byte[] zip)
    {
        var folder = Directory.CreateTempSubdirectory("ess-import-");
        await using (var archive = new ZipArchive(new MemoryStream(zip)))
        {
            await archive.ExtractToDirectoryAsync(folder.FullName);
        }

        var run = await site.PlayAsync(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "Recipe.json")), folder.FullName);
        folder.Delete(recursive: true);
        return run;
    }

    private static string Recipe(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var reader = new StreamReader(archive.GetEntry("Recipe.json")!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

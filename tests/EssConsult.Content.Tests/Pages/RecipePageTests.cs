using System.IO.Compression;
using System.Net;
using System.Text;
using EssConsult.Content.Contracts;
using EssConsult.Content.Recipes;
using EssConsult.Content.Recipes.Upload;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Tests.Pages;

public sealed class RecipePageTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task A_shipped_recipe_is_shown_then_run_then_reported(Database database)
    {
        var site = await sites.OnAsync(database);
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync("/admin/modeles")).FollowAsync("Voir et jouer Feuille de route ESS");
        page.Texts("tbody th").ShouldBe(["Feature", "Themes", "Settings", "Roles", "ContentDefinition", "Content", "Recipes"]);
        page.Text("tbody tr:nth-last-child(2) td").ShouldBe("data : 45");

        page = await page.Form().SubmitAsync("Jouer ce modèle");
        page.Url.AbsolutePath.ShouldStartWith("/admin/modeles/rapports/");
        page.Texts("tbody .state").ShouldAllBe(state => state == "Fait");
        page.Text("tbody tr:nth-last-child(2) td[data-label='Compte rendu']").ShouldBe("45 contenus importés, 0 déjà là.");
        (await admin.GetAsync("/admin/modeles")).Texts("tbody .row-title").ShouldContain("Feuille de route ESS");
        (await admin.GetAsync("/en" + page.Url.AbsolutePath)).Text("tbody tr:nth-last-child(2) td:nth-child(3)").ShouldBe("45 items imported, 0 already there.");
    }

    [Theory, OnBothDatabases]
    public async Task A_zip_is_read_shown_and_run_only_when_its_sender_says_so(Database database)
    {
        var site = await sites.OnAsync(database);
        var admin = await site.SignInAsync("Administrator");
        var zip = Zip(("Recipe.json", """
            { "name": "sent", "displayName": "Envoyé", "steps": [ { "name": "Constellation", "Stars": [ {} ] }, { "name": "Sitemaps", "data": [] }, { "name": "ReloadTenant" },
              { "name": "Content", "data": [ { "ContentItemId": "4uploaded", "ContentItemVersionId": "4uploadedv", "ContentType": "Page", "Latest": true, "DisplayText": "[file: text('title.txt')]" } ] } ] }
            """), ("title.txt", "Depuis le zip"));

        var page = await (await admin.GetAsync("/admin/modeles/importer")).Form().Attach("Upload", "site.zip", "application/zip", zip).SubmitAsync("Voir les étapes");
        page.Text("h1").ShouldBe("Importer « Envoyé »");
        page.Texts("tbody .state").ShouldBe(["Gardé, pas joué", "Gardé, pas joué", "N’est pas joué ici", "Sera joué"]);
        (await TitleAsync(site)).ShouldBeNull();

        (await (await site.SignInAsync("Administrator")).GetAsync(page.Url.AbsolutePath)).Status.ShouldBe(HttpStatusCode.NotFound);
        page = await page.Form().SubmitAsync("Importer");
        page.Texts("tbody .state").ShouldBe(["Ignoré", "Fait en partie", "Ignoré", "Fait"]);
        (await TitleAsync(site)).ShouldBe("Depuis le zip");
        (await site.InDatabaseAsync(db => db.Set<RecipeUpload>().AnyAsync(upload => upload.FileName == "site.zip"))).ShouldBeFalse();
        Directory.GetDirectories(Path.Combine(site.Folder, "uploaded-recipes")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_pasted_recipe_is_taken_too(Database database)
    {
        var site = await sites.OnAsync(database);
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync("/admin/modeles/importer")).Form().With("Text", """{ "displayName": "Collé", "steps": [] }""").SubmitAsync("Voir les étapes");

        page.Text("h1").ShouldBe("Importer « Collé »");
    }

    [Theory]
    [InlineData("not json", "Ce fichier n’est pas du JSON lisible")]
    [InlineData("{}", "il n’a pas de « steps »")]
    public async Task What_is_no_recipe_is_refused_on_the_form(string text, string sentence)
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync("/admin/modeles/importer")).Form().With("Text", text).SubmitAsync("Voir les étapes");

        page.Text(".error-summary")!.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_zip_cannot_write_outside_its_folder()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var admin = await site.SignInAsync("Administrator");
        var zip = Zip(("Recipe.json", """{ "displayName": "Traversée", "steps": [] }"""), ("../../outside.txt", "x"));

        var page = await (await admin.GetAsync("/admin/modeles/importer")).Form().Attach("Upload", "evil.zip", "application/zip", zip).SubmitAsync("Voir les étapes");
        page = await page.Form().SubmitAsync("Importer");

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text(".error-summary")!.ShouldContain("chemin interdit");
        File.Exists(Path.Combine(site.Folder, "outside.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_export_downloads_as_a_zip()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var admin = await site.SignInAsync("Administrator");
        var page = await admin.GetAsync("/admin/modeles");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await admin.Client.PostAsync("/admin/modeles?handler=Export", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("site-2027-03-03.zip");
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        archive.Entries.Select(entry => entry.FullName).ShouldContain("Recipe.json");
    }

    [Theory, OnBothDatabases]
    public async Task An_upload_that_nobody_runs_is_forgotten_after_a_day(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var admin = await site.SignInAsync("Administrator");
        await (await admin.GetAsync("/admin/modeles/importer")).Form().With("Text", """{ "steps": [] }""").SubmitAsync("Voir les étapes");

        await site.RunJobAsync("recipe-uploads");
        (await site.InDatabaseAsync(db => db.Set<RecipeUpload>().CountAsync())).ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromHours(25));
        await site.RunJobAsync("recipe-uploads");
        (await site.InDatabaseAsync(db => db.Set<RecipeUpload>().CountAsync())).ShouldBe(0);
    }

    private static Task<string?> TitleAsync(Site site) =>
        site.InDatabaseAsync(db => db.Set<ContentRow>().Where(row => row.ContentItemId == "4uploaded").Select(row => row.DisplayText).FirstOrDefaultAsync());

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }
}

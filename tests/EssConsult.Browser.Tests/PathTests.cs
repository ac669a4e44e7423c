namespace EssConsult.Browser.Tests;

/// <summary>The pages that one only sees on the way: empty forms, codes, refusals, withdrawals.</summary>
public sealed class PathTests(RunningSite site)
{
    [Fact]
    public async Task Every_step_of_a_contribution_is_sound_and_so_is_its_withdrawal()
    {
        const string title = "Une laverie partagée au pied de l’immeuble";
        var author = await site.OpenAsync(width: 390);
        await author.GotoAsync("/contribuer");
        await author.GetByRole(AriaRole.Button, new() { Name = "Relire avant d’envoyer" }).ClickAsync();
        await Assertions.Expect(author.Locator(".error").First).ToBeVisibleAsync();
        await author.LookAsync();
        await author.WriteAsync(title, "Six machines, un banc, de quoi se parler.");
        await author.LookAsync();
        await author.GetByRole(AriaRole.Button, new() { Name = "Continuer : mon e-mail" }).ClickAsync();
        await author.GetByLabel("E-mail").FillAsync("laverie@example.org");
        await author.LookAsync();
        await author.GetByRole(AriaRole.Button, new() { Name = "Recevoir un code" }).ClickAsync();
        await Assertions.Expect(author.GetByLabel("Code reçu par e-mail")).ToBeVisibleAsync();
        await author.LookAsync();
        var mail = await People.OpenMailAsync(author.Context, "laverie@example.org");
        await mail.LookAsync();
        await mail.CloseAsync();
        await author.GetByLabel("Code reçu par e-mail").FillAsync(await People.ReadCodeAsync(author.Context, "laverie@example.org"));
        await author.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await author.GetByLabel("Nom affiché").FillAsync("Lise B.");
        await author.LookAsync();
        await author.GetByLabel("J’ai 15 ans ou plus").CheckAsync();
        await author.GetByRole(AriaRole.Button, new() { Name = "Terminer" }).ClickAsync();
        await author.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma contribution" }).ClickAsync();
        await author.ExpectHeadingAsync("Votre contribution est envoyée");
        await author.LookAsync();

        var moderator = await site.OpenAsAsync("Animatrice de démonstration");
        await ModerateAsync(moderator, title, "Accepter et publier");
        await author.GotoAsync("/contributions?tri=recent");
        await author.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        var address = new Uri(author.Url).AbsolutePath;
        await author.FollowAsync(address + " → a[href$='/modifier']");
        await author.LookAsync();

        var visitor = await site.OpenAsAsync(null);
        await visitor.FollowAsync(address + " → a[href*='/signaler/contenu/']");
        await visitor.Locator("main input[type=radio]").First.CheckAsync();
        await visitor.Locator("main form button").First.ClickAsync();
        await visitor.LookAsync();
        await moderator.GotoAsync("/admin/moderation");
        await moderator.Locator(".queue-list a", new() { HasText = title }).ClickAsync();
        await moderator.GetByLabel("Publicité").CheckAsync();
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Retirer", Exact = true }).ClickAsync();
        await Assertions.Expect(moderator.GetByText("Texte retiré")).ToBeVisibleAsync();
        (await visitor.FollowAsync(address)).ShouldBe(410);
        await visitor.ExpectHeadingAsync("Contribution retirée");
        await visitor.LookAsync();
        await visitor.CloseAsync();
    }

    [Fact]
    public async Task A_comment_s_own_pages_are_sound()
    {
        var page = await site.OpenAsAsync(Tour.Citizen);
        await page.FollowAsync(Tour.Contribution);
        await page.GetByLabel("Remarque", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Votre commentaire").FillAsync("Et pour les maisons ?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publier mon commentaire" }).ClickAsync();
        await page.Locator(".comment", new() { HasText = "Et pour les maisons ?" }).GetByRole(AriaRole.Link, new() { Name = "Modifier" }).First.ClickAsync();
        await page.WaitForURLAsync("**/commentaires/*/modifier");
        await page.LookAsync();
        var own = new Uri(page.Url).AbsolutePath.Replace("/modifier", "/versions", StringComparison.Ordinal);
        (await page.FollowAsync(own)).ShouldBe(200);
        await page.LookAsync();
        await page.FollowAsync(Tour.Contribution + " → a[href*='reponse=']");
        var (discussion, root) = (new Uri(page.Url).Segments[2], page.Url.Split("reponse=")[1]);
        (await page.FollowAsync($"/discussion/{discussion}fil/{root}")).ShouldBe(200);
        await page.LookAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_reports_on_files_are_sound()
    {
        var page = await site.OpenAsAsync(Tour.Administrator);
        await page.GotoAsync("/admin/medias");
        await SendAsync(page, new FilePayload { Name = "plan.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() }, "Ajouter", "Plan du quartier");
        await page.FollowAsync("/admin/medias → .media-grid a");
        await page.LookAsync();
        await page.GotoAsync("/admin/modeles/importer");
        await SendAsync(page, Text("site.json", """{ "name": "essai", "steps": [{ "name": "inconnue" }] }"""), null);
        await page.LookAsync();
        await page.GotoAsync("/admin/structures/import");
        await SendAsync(page, Text("structures.csv", "Nom;SIREN;Latitude;Longitude\nAtelier du Lin;123456789;-1,55;47,21\n"), null);
        await page.LookAsync();
        await page.CloseAsync();
    }

    private static FilePayload Text(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    private static async Task SendAsync(IPage page, FilePayload file, string? button, string? description = null)
    {
        await page.Locator("main input[type=file]").First.SetInputFilesAsync(file);
        if (description is not null)
        {
            await page.GetByLabel("Description").FillAsync(description);
        }

        await page.Locator("main form[method=post] button", button is null ? null : new() { HasText = button }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToBeVisibleAsync();
    }

    private static async Task ModerateAsync(IPage page, string title, string button)
    {
        await page.GotoAsync("/admin/moderation");
        await page.Locator(".queue-list a", new() { HasText = title }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice-success")).ToBeVisibleAsync();
    }
}

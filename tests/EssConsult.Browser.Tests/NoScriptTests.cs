namespace EssConsult.Browser.Tests;

/// <summary>Without JavaScript, on an old phone.</summary>
public sealed class NoScriptTests(RunningSite site)
{
    private const string Title = "Sans script, une borne dans chaque mairie";

    [Fact]
    public async Task A_contribution_is_written_moderated_supported_and_commented_without_javascript()
    {
        var author = await site.OpenAsync(width: 390, script: false);
        await author.WriteAsync(Title, "Un vieux téléphone suffit.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Continuer : mon e-mail" }).ClickAsync();
        await author.IdentifyAsync("sans-script@example.org", "Sam V.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma contribution" }).ClickAsync();
        await author.ExpectHeadingAsync("Votre contribution est envoyée");

        var moderator = await site.OpenAsync(width: 390, script: false);
        await moderator.EnterAsAsync("Animatrice de démonstration");
        await moderator.GotoAsync("/admin/moderation");
        await moderator.Locator(".queue-list a", new() { HasText = Title }).ClickAsync();
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Accepter et publier" }).ClickAsync();
        await Assertions.Expect(moderator.GetByText("Texte accepté.")).ToBeVisibleAsync();

        var neighbour = await site.OpenAsync(width: 390, script: false);
        await neighbour.EnterAsAsync("Citoyenne de démonstration");
        await neighbour.GotoAsync("/contributions?tri=recent");
        await neighbour.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        var address = new Uri(neighbour.Url).AbsolutePath;
        await neighbour.GetByRole(AriaRole.Button, new() { Name = "Je soutiens" }).ClickAsync();
        await neighbour.GotoAsync(address);
        await Assertions.Expect(neighbour.Locator(".support-count")).ToHaveTextAsync("1");
        await neighbour.GetByRole(AriaRole.Button, new() { Name = "Je soutiens" }).ClickAsync();
        await neighbour.GotoAsync(address);
        await Assertions.Expect(neighbour.Locator(".support-count")).ToHaveTextAsync("0");
        await neighbour.GetByLabel("D’accord", new() { Exact = true }).CheckAsync();
        await neighbour.GetByLabel("Votre commentaire").FillAsync("Et un siège à côté.");
        await neighbour.GetByRole(AriaRole.Button, new() { Name = "Publier mon commentaire" }).ClickAsync();
        await Assertions.Expect(neighbour.Locator(".thread")).ToContainTextAsync("Et un siège à côté.");
    }
}

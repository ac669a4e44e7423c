[assembly: AssemblyFixture(typeof(EssConsult.Browser.Tests.RunningSite))]

namespace EssConsult.Browser.Tests;

/// <summary>The path of one idea: written, moderated, discussed, answered, linked to the roadmap.</summary>
public sealed class StoryTests(RunningSite site)
{
    private const string Title = "Une cuisine partagée au bout de la ligne 2";

    [Fact]
    public async Task An_idea_is_written_moderated_discussed_answered_and_linked_to_the_roadmap()
    {
        var author = await site.OpenAsync(width: 390);
        await author.GotoAsync("/");
        await author.GetByRole(AriaRole.Link, new() { Name = "Je contribue" }).First.ClickAsync();
        await author.GetByLabel("Titre", new() { Exact = true }).FillAsync(Title);
        await author.GetByLabel("Votre contribution", new() { Exact = true }).FillAsync("Un local, quatre plans de travail, les surplus des maraîchers et des habitants qui cuisinent ensemble avant le repas du soir.");
        await author.GetByLabel("Secteur").SelectOptionAsync(new SelectOptionValue { Label = "Circuits courts et alimentation" });
        await author.GetByRole(AriaRole.Button, new() { Name = "Relire avant d’envoyer" }).ClickAsync();
        await Assertions.Expect(author.Locator("h1")).ToHaveTextAsync(Title);
        await author.GetByRole(AriaRole.Button, new() { Name = "Continuer : mon e-mail" }).ClickAsync();
        await author.IdentifyAsync("nouvelle@example.org", "Nadège P.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma contribution" }).ClickAsync();
        await Assertions.Expect(author.Locator("h1")).ToHaveTextAsync("Votre contribution est envoyée");

        var moderator = await site.OpenAsync();
        await moderator.EnterAsAsync("Animatrice de démonstration");
        await moderator.GotoAsync("/admin/moderation");
        await moderator.Locator(".queue-list a", new() { HasText = Title }).ClickAsync();
        await moderator.WaitForFunctionAsync("() => customElements.get('moderation-queue') !== undefined && document.readyState === 'complete'");
        await moderator.Keyboard.PressAsync("a");
        await Assertions.Expect(moderator.GetByText("Texte accepté.")).ToBeVisibleAsync();

        var neighbour = await site.OpenAsync();
        await neighbour.EnterAsAsync("Citoyenne de démonstration");
        await neighbour.GotoAsync("/contributions?tri=recent");
        await neighbour.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        var address = new Uri(neighbour.Url).AbsolutePath;
        await neighbour.GetByRole(AriaRole.Button, new() { Name = "Je soutiens" }).ClickAsync();
        await Assertions.Expect(neighbour.Locator(".support-count")).ToHaveTextAsync("1");
        await neighbour.GotoAsync(address);
        await neighbour.GetByLabel("D’accord", new() { Exact = true }).CheckAsync();
        await neighbour.GetByLabel("Votre commentaire").FillAsync("J’y viendrais le jeudi avec mes voisins.");
        await neighbour.GetByRole(AriaRole.Button, new() { Name = "Publier" }).ClickAsync();
        await Assertions.Expect(neighbour.Locator(".thread")).ToContainTextAsync("J’y viendrais le jeudi");

        await moderator.GotoAsync("/admin/reponses");
        while (await moderator.GetByRole(AriaRole.Link, new() { Name = Title }).CountAsync() == 0)
        {
            await moderator.GetByRole(AriaRole.Link, new() { Name = "Suivante" }).ClickAsync();
            await moderator.WaitForLoadStateAsync();
        }

        await moderator.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await moderator.GetByLabel("Retenue", new() { Exact = true }).CheckAsync();
        await moderator.GetByLabel("Réponse motivée").FillAsync("Un local sera proposé avant l’été.");
        await moderator.GetByLabel("Signature").FillAsync("Direction de l’économie sociale et solidaire");
        await moderator.Locator("input[name=Objectives]").First.CheckAsync();
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Publier la réponse" }).ClickAsync();

        await author.GotoAsync(address);
        await Assertions.Expect(author.Locator(".answer")).ToContainTextAsync("Un local sera proposé avant l’été.");
        await Assertions.Expect(author.Locator(".became a")).ToHaveCountAsync(1);
        await author.Locator(".became a").ClickAsync();
        await Assertions.Expect(author.Locator("h1")).ToBeVisibleAsync();
    }
}

using System.Text.RegularExpressions;

namespace EssConsult.Browser.Tests;

/// <summary>A site of its own: a circuit that holds contributions would hold those of the other tests too.</summary>
public sealed class CircuitSite : RunningSite;

/// <summary>An administrator adapts the moderation by two; a citizen writes; two people decide; the author is told.</summary>
public sealed partial class CircuitStoryTests(CircuitSite site) : IClassFixture<CircuitSite>
{
    private const string Title = "Un atelier vélo sous les halles";

    [Fact]
    public async Task An_administrator_draws_a_mail_into_the_moderation_tries_it_and_it_runs()
    {
        var admin = await site.OpenAsync(width: 1600);
        await admin.EnterAsAsync("Administrateur de démonstration");
        var two = await SecondFacilitatorAsync(admin);

        await admin.GotoAsync("/admin/circuits");
        await admin.LookAsync("circuits");
        await admin.SetViewportSizeAsync(1600, 900);
        await Row(admin).GetByRole(AriaRole.Link, new() { Name = "Ouvrir le schéma" }).ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "Modifier le schéma" }).ClickAsync();
        await DrawMailAsync(admin);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Mettre en service ce schéma" }).ClickAsync();
        await Assertions.Expect(admin.Locator(".circuit-box")).ToHaveCountAsync(6);

        await admin.GetByRole(AriaRole.Link, new() { Name = "Modifier le schéma" }).ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "Essayer le circuit" }).ClickAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Essayer", Exact = true }).ClickAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Accepter", Exact = true }).ClickAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Accepter", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.Locator("section .state").First).ToHaveTextAsync("Terminée");
        await admin.LookAsync("circuit-trial");
        await admin.SetViewportSizeAsync(1600, 900);

        await admin.GotoAsync("/admin/circuits");
        await Row(admin).GetByRole(AriaRole.Button, new() { Name = "Mettre en marche" }).ClickAsync();
        await Assertions.Expect(Row(admin).Locator(".state")).ToHaveTextAsync("En marche");

        var author = await site.OpenAsync(width: 390);
        await author.WriteAsync(Title, "Un établi, des outils et quelqu’un qui sait.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Continuer : mon e-mail" }).ClickAsync();
        await author.IdentifyAsync("cycliste@example.org", "Camille R.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Envoyer ma contribution" }).ClickAsync();
        await Assertions.Expect(author.Locator("h1")).ToHaveTextAsync("Votre contribution est envoyée");

        var one = await site.OpenAsync();
        await one.EnterAsAsync("Animatrice de démonstration");
        await DecideAsync(one, "Premier avis");
        await DecideAsync(two, "Second avis");

        await MailboxHasAsync(admin, "Votre texte a trouvé deux lecteurs");
        await admin.GotoAsync("/admin/circuits");
        await Row(admin).GetByRole(AriaRole.Link, new() { NameRegex = Finished() }).ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Assertions.Expect(admin.Locator(".circuit-box.is-passed")).ToHaveCountAsync(5);
        await admin.LookAsync("circuit-run");
    }

    /// <summary>By the palette, the side panel and the keyboard: no line has to be pulled with a mouse.</summary>
    private static async Task DrawMailAsync(IPage admin)
    {
        await admin.Locator("circuit-board.is-live").WaitForAsync();
        await admin.LookAsync("circuit-board");
        await admin.SetViewportSizeAsync(1600, 900);
        await admin.Locator("#find-kind").FillAsync("auteur du contenu");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Prévenir l’auteur du contenu" }).ClickAsync();
        var panel = admin.Locator(".board-side");
        await panel.GetByLabel("Nom de l’étape").FillAsync("Remercier");
        await panel.GetByLabel("Objet").FillAsync("Votre texte a trouvé deux lecteurs");
        await panel.GetByLabel("Message, en texte").FillAsync("Merci. « {{ Workflow.Input.ContentItem.DisplayText }} » est en ligne.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l’étape" }).ClickAsync();
        await Assertions.Expect(admin.Locator("#board-steps")).ToContainTextAsync("Remercier");

        await admin.Locator("[model-id=publish]").FocusAsync();
        await Assertions.Expect(panel.Locator("h2")).ToHaveTextAsync("Publier");
        await panel.GetByLabel("Publié").SelectOptionAsync(new SelectOptionValue { Label = "Remercier" });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l’étape" }).ClickAsync();
        await Assertions.Expect(admin.Locator("#board-steps")).ToContainTextAsync("Publié → Remercier");
        await Assertions.Expect(admin.Locator(".findings .state-removed")).ToHaveCountAsync(0);

        await admin.GetByRole(AriaRole.Button, new() { Name = "Défaire", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.Locator("#board-steps")).Not.ToContainTextAsync("Publié → Remercier");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Refaire" }).ClickAsync();
        await Assertions.Expect(admin.Locator("#board-steps")).ToContainTextAsync("Publié → Remercier");
    }

    private static async Task DecideAsync(IPage facilitator, string question)
    {
        for (var look = 0; look < 50; look++)
        {
            await facilitator.GotoAsync("/admin/decisions");
            if (await facilitator.Locator("tr", new() { HasText = Title }).Filter(new() { HasText = question }).CountAsync() > 0)
            {
                break;
            }
        }

        await facilitator.Locator("tr", new() { HasText = Title }).GetByRole(AriaRole.Link, new() { Name = "Lire et décider" }).ClickAsync();
        await Assertions.Expect(facilitator.Locator("#decision")).ToHaveTextAsync(question);
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "Accepter", Exact = true }).ClickAsync();
        await Assertions.Expect(facilitator.GetByText("Décision prise")).ToBeVisibleAsync();
    }

    private static async Task MailboxHasAsync(IPage page, string subject)
    {
        for (var look = 0; look < 50; look++)
        {
            await page.GotoAsync("/dev/mailbox");
            if (await page.GetByText(subject).CountAsync() > 0)
            {
                return;
            }
        }

        await Assertions.Expect(page.GetByText(subject).First).ToBeVisibleAsync();
    }

    private static ILocator Row(IPage page) => page.Locator(".circuit-list > li", new() { HasText = "Modération avant publication, à deux" });

    [GeneratedRegex("1 terminée")]
    private static partial Regex Finished();

    /// <summary>Invited with the role, then come by mail.</summary>
    private async Task<IPage> SecondFacilitatorAsync(IPage admin)
    {
        await admin.GotoAsync("/admin/personnes");
        var form = admin.Locator("form[action*=Invite]");
        await form.GetByLabel("E-mail").FillAsync("deux@example.org");
        await form.GetByLabel("Facilitator", new() { Exact = true }).CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Envoyer l’invitation" }).ClickAsync();
        var page = await site.OpenAsync();
        await page.GotoAsync("/identification");
        await page.IdentifyAsync("deux@example.org", "Dominique T.");
        return page;
    }
}

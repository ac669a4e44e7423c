namespace EssConsult.Browser.Tests;

/// <summary>Without a mouse.</summary>
public sealed class KeyboardTests(RunningSite site)
{
    [Fact]
    public async Task A_contribution_is_written_sent_and_refused_with_the_keyboard_alone()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/");
        await PressAsync(page, AriaRole.Link, "Je contribue");
        await page.ExpectHeadingAsync("Je contribue");
        await TypeAsync(page, "Titre", "Au clavier");
        await TypeAsync(page, "Votre contribution", "Sans souris, de bout en bout.");
        await page.TabToAsync(page.GetByLabel("Secteur"));
        await page.Keyboard.PressAsync("ArrowDown");
        await PressAsync(page, AriaRole.Button, "Relire avant d’envoyer");
        await page.ExpectHeadingAsync("Au clavier");
        await PressAsync(page, AriaRole.Button, "Continuer : mon e-mail");
        await TypeAsync(page, "Adresse e-mail", "clavier@example.org");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Code reçu par e-mail")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await TypeAsync(page, "Code reçu par e-mail", await People.ReadCodeAsync(page.Context, "clavier@example.org"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Nom affiché")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await TypeAsync(page, "Nom affiché", "Claire V.");
        await page.TabToAsync(page.GetByLabel("J’ai 15 ans ou plus"));
        await page.Keyboard.PressAsync("Space");
        await PressAsync(page, AriaRole.Button, "Terminer");
        await PressAsync(page, AriaRole.Button, "Envoyer ma contribution");

        await page.ExpectHeadingAsync("Votre contribution est envoyée");

        var moderator = await site.OpenAsAsync("Animatrice de démonstration");
        await moderator.GotoAsync("/admin/moderation");
        await PressAsync(moderator, AriaRole.Link, "Au clavier", exact: false);
        await moderator.WaitForFunctionAsync("() => customElements.get('moderation-queue') !== undefined && document.readyState === 'complete'");
        await moderator.Keyboard.PressAsync("r");
        await moderator.Keyboard.PressAsync("Space");
        await moderator.Keyboard.PressAsync("a");
        await Assertions.Expect(moderator.GetByLabel("Publicité")).ToBeCheckedAsync();
        await moderator.Keyboard.PressAsync("Enter");
        await Assertions.Expect(moderator.GetByText("Texte refusé, son auteur est prévenu.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_lines_of_a_menu_are_moved_with_the_keyboard()
    {
        var page = await site.OpenAsAsync(Tour.Administrator);
        await page.FollowAsync("/admin/menus → .panel a");
        var lines = page.Locator(".sort-item .row-title");
        var (first, second) = (await lines.Nth(0).InnerTextAsync(), await lines.Nth(1).InnerTextAsync());

        await PressAsync(page, AriaRole.Button, $"Descendre {first}");

        await Assertions.Expect(lines.Nth(0)).ToHaveTextAsync(second, new() { Timeout = 30_000 });
        await Assertions.Expect(lines.Nth(1)).ToHaveTextAsync(first);
        await PressAsync(page, AriaRole.Button, $"Monter {first}");
        await Assertions.Expect(lines.Nth(0)).ToHaveTextAsync(first, new() { Timeout = 30_000 });
        await PressAsync(page, AriaRole.Button, $"Modifier {first}");
        await page.WaitForURLAsync("**/elements/**");
        await page.LookAsync();
        await page.CloseAsync();
    }

    private static async Task TypeAsync(IPage page, string label, string text)
    {
        await page.TabToAsync(page.GetByLabel(label, new() { Exact = true }));
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task PressAsync(IPage page, AriaRole role, string name, bool exact = true)
    {
        await page.TabToAsync(page.GetByRole(role, new() { Name = name, Exact = exact }));
        await page.Keyboard.PressAsync("Enter");
    }
}

namespace EssConsult.Browser.Tests;

/// <summary>What people do in the browser, in a few words.</summary>
internal static class People
{
    /// <summary>Signs a demonstration account in by its button.</summary>
    public static async Task EnterAsAsync(this IPage page, string displayName)
    {
        await page.GotoAsync("/connexion");
        await page.GetByRole(AriaRole.Button, new() { Name = displayName, Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/connexion", StringComparison.Ordinal));
    }

    /// <summary>Proves an address by the code that the development mailbox shows, then gives a name.</summary>
    public static async Task IdentifyAsync(this IPage page, string email, string displayName)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Recevoir un code" }).ClickAsync();
        await page.GetByLabel("Code reçu par e-mail").FillAsync(await ReadCodeAsync(page.Context, email));
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await page.GetByLabel("Nom affiché").FillAsync(displayName);
        await page.GetByLabel("J’ai 15 ans ou plus").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Terminer" }).ClickAsync();
    }

    /// <summary>Writes and reads again, up to the question who one is.</summary>
    public static async Task WriteAsync(this IPage page, string title, string body)
    {
        await page.GotoAsync("/contribuer");
        await page.GetByLabel("Titre", new() { Exact = true }).FillAsync(title);
        await page.GetByLabel("Votre contribution", new() { Exact = true }).FillAsync(body);
        await page.GetByLabel("Secteur").SelectOptionAsync(new SelectOptionValue { Label = "Numérique" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire avant d’envoyer" }).ClickAsync();
        await page.ExpectHeadingAsync(title);
    }

    /// <summary>Presses Tab until the focus is there, as somebody without a mouse does.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target)
    {
        var element = await target.First.ElementHandleAsync();
        for (var presses = 0; presses < 150; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await element.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The key Tab does not lead to {target} on {page.Url}.");
    }

    public static Task ExpectHeadingAsync(this IPage page, string heading) =>
        Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading, new() { Timeout = 30_000 });

    public static async Task<string> ReadCodeAsync(IBrowserContext context, string email)
    {
        var mailbox = await OpenMailAsync(context, email);
        var text = await mailbox.Locator(".queue-item h2").InnerTextAsync();
        await mailbox.CloseAsync();
        return new string([.. text.Where(char.IsAsciiDigit).Take(6)]);
    }

    /// <summary>The newest mail to the address, in the development mailbox.</summary>
    public static async Task<IPage> OpenMailAsync(IBrowserContext context, string email)
    {
        var mailbox = await context.NewPageAsync();
        await mailbox.GotoAsync("/dev/mailbox");
        await mailbox.Locator(".queue-list a", new() { HasText = email }).First.ClickAsync();
        return mailbox;
    }
}

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

    private static async Task<string> ReadCodeAsync(IBrowserContext context, string email)
    {
        var mailbox = await context.NewPageAsync();
        await mailbox.GotoAsync("/dev/mailbox");
        await mailbox.Locator(".queue-list a", new() { HasText = email }).First.ClickAsync();
        var text = await mailbox.Locator(".queue-item h2").InnerTextAsync();
        await mailbox.CloseAsync();
        return new string([.. text.Where(char.IsAsciiDigit).Take(6)]);
    }
}

using System.Globalization;

namespace EssConsult.Browser.Tests;

/// <summary>What an organiser does before an event, by the pages of the administration.</summary>
internal static class Organising
{
    /// <summary>Publishes an event of this evening that takes registrations; its id.</summary>
    /// <param name="asksAtTheDoor">The content type of the questions.</param>
    public static async Task<string> OrganiseAsync(this IPage page, string title, string? asksAtTheDoor = null)
    {
        await page.GotoAsync("/admin/contenus/nouveau/Event");
        var starts = TimeProvider.System.GetLocalNow().AddHours(2);
        await page.GetByLabel("Titre", new() { Exact = true }).FillAsync(title);
        await page.GetByLabel("Début").FillAsync(Wall(starts));
        await page.GetByLabel("Fin", new() { Exact = true }).FillAsync(Wall(starts.AddHours(3)));
        await page.GetByLabel("On s’inscrit sur ce site").CheckAsync();
        if (asksAtTheDoor is not null)
        {
            await page.GetByLabel("Questions à l’accueil").SelectOptionAsync(asksAtTheDoor);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Publier" }).First.ClickAsync();
        await page.GotoAsync("/admin/rendez-vous");
        var address = await page.GetByRole(AriaRole.Link, new() { Name = title }).GetAttributeAsync("href");
        return address!.Split('/')[^1];
    }

    public static async Task RegisterByTeamAsync(this IPage page, string eventId, string name)
    {
        await page.GotoAsync($"/admin/rendez-vous/{eventId}");
        await page.GetByText("Inscrire quelqu’un").ClickAsync();
        await page.GetByLabel("Son nom").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Inscrire", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Inscription ajoutée")).ToBeVisibleAsync();
    }

    private static string Wall(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}

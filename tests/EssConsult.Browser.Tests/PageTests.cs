using Deque.AxeCore.Playwright;

namespace EssConsult.Browser.Tests;

/// <summary>Every page of the story, looked at by axe on a phone and at a desk, by day and by night; and pictures of them.</summary>
public sealed class PageTests(RunningSite site)
{
    public static readonly TheoryData<string, string?, string> Pages = new()
    {
        { "home", null, "/" },
        { "demarche", null, "/demarches/vers-la-feuille-de-route-ess-2030" },
        { "list", null, "/contributions" },
        { "contribution", null, "/contributions/des-composteurs-au-pied-de-toutes-les-residences-bailleurs-compris" },
        { "form", null, "/contribuer" },
        { "identification", null, "/identification" },
        { "roadmap", null, "/feuille-de-route" },
        { "structures", null, "/structures" },
        { "search", null, "/recherche?q=composteur" },
        { "moderation", "Animatrice de démonstration", "/admin/moderation" },
        { "admin", "Administrateur de démonstration", "/admin" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(string name, string? persona, string address)
    {
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            var page = await site.OpenAsync(width, scheme: scheme);
            if (persona is not null)
            {
                await page.EnterAsAsync(persona);
            }

            var answer = await page.GotoAsync(address);
            var found = await page.RunAxe();

            answer!.Status.ShouldBe(200);
            found.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty($"{name}, {width} px, {scheme}");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, name);
            await PictureAsync(page, $"{name}-{width}");
            await page.Context.CloseAsync();
        }
    }

    // Pictures are kept only when asked for: SCREENSHOTS=docs/screenshots ./test.sh
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.Root, folder, name + ".png"), Type = ScreenshotType.Png });
        }
    }
}

using Deque.AxeCore.Commons;

namespace EssConsult.Browser.Tests;

/// <summary>A page is looked at by axe, by day on a phone and by night at a desk; nothing may stick out of the window.</summary>
internal static class Looks
{
    private static readonly (int Width, ColorScheme Scheme)[] Ways = [(390, ColorScheme.Light), (1280, ColorScheme.Dark)];

    // As the server sent it: what a script sets afterwards is allowed.
    private const string StylesSent = "fetch(location.href).then(answer => answer.text()).then(html => new DOMParser().parseFromString(html, 'text/html').querySelectorAll('style, [style]').length)";

    // Evaluated in the page itself, which has no frames: Deque's own runner opens a second page for each look, and takes twice as long.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Violations = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .map(violation => `${violation.id}: ${violation.nodes.slice(0, 3).map(node => node.html).join(', ')}`)
        """;

    /// <param name="page">On the address to look at; left on a phone, by day.</param>
    /// <param name="picture">Name under which its pictures are kept when they are asked for (SCREENSHOTS=docs/screenshots); null takes none.</param>
    /// <param name="again">In another language the same page has the same colours and the same structure: only its width is looked at.</param>
    public static async Task LookAsync(this IPage page, string? picture = null, bool again = false)
    {
        var faults = new List<string>();
        if (await page.EvaluateAsync<int>(StylesSent) > 0)
        {
            faults.Add("a style inside the page, which the content security policy refuses");
        }

        if (!again)
        {
            await page.EvaluateAsync(Axe);
        }

        foreach (var (width, scheme) in Ways)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width)
            {
                faults.Add($"{wide} px wide on {width} px");
            }

            if (again)
            {
                continue;
            }

            faults.AddRange((await page.EvaluateAsync<string[]>(Violations)).Select(violation => $"{width} px: {violation}"));
        }

        faults.ShouldBeEmpty(page.Url);
        await page.KeepPicturesAsync(picture);
        await page.SetViewportSizeAsync(390, 900);
    }

    // The README opens with the home page.
    private static string FileName(string name, int width) => (name, width) is ("home", 1280) ? "home.png" : $"{name}-{width}.png";

    private static async Task KeepPicturesAsync(this IPage page, string? name)
    {
        if (name is null || Environment.GetEnvironmentVariable("SCREENSHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        foreach (var (width, _) in Ways)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.Root, folder, FileName(name, width)), Type = ScreenshotType.Png });
        }
    }
}

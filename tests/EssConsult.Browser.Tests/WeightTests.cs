using System.Net;
using System.Text.RegularExpressions;

namespace EssConsult.Browser.Tests;

/// <summary>What a phone downloads, and where the links lead.</summary>
public sealed partial class WeightTests(RunningSite site)
{
    private const int MaxBytes = 100 * 1024;

    [Theory, InlineData("/"), InlineData("/contributions"), InlineData("/demarches/vers-la-feuille-de-route-ess-2030"), InlineData(Tour.Contribution)]
    public async Task A_public_page_weighs_less_than_a_hundred_kilobytes_without_its_pictures(string address)
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        var html = await client.GetStringAsync(new Uri(address, UriKind.Relative));
        var files = Linked().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["file"].Value)).Distinct().ToList();
        var weight = System.Text.Encoding.UTF8.GetByteCount(html);
        foreach (var file in files)
        {
            weight += (await client.GetByteArrayAsync(new Uri(file, UriKind.Relative))).Length;
        }

        weight.ShouldBeLessThanOrEqualTo(MaxBytes, string.Join(", ", files));
    }

    [Theory, InlineData("/"), InlineData("/contributions"), InlineData("/demarches"), InlineData("/structures"), InlineData("/reponses"), InlineData("/plan-du-site")]
    public async Task A_page_that_is_only_read_loads_no_script(string address)
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };

        (await client.GetStringAsync(new Uri(address, UriKind.Relative))).ShouldNotContain("<script");
    }

    [Theory, InlineData(null), InlineData(Tour.Administrator)]
    public async Task No_link_of_the_main_pages_is_broken(string? persona)
    {
        var page = await site.OpenAsAsync(persona);
        var links = new HashSet<string>();
        foreach (var address in new[] { "/", "/en/", "/contributions", Tour.Contribution, "/structures", "/feuille-de-route", "/plan-du-site", "/compte", "/admin", "/admin/structures" })
        {
            await page.GotoAsync(address);
            links.UnionWith(await page.Locator($"a[href^='/']:visible, a[href^='{site.Address}']").EvaluateAllAsync<string[]>("links => links.map(link => link.href.split('#')[0])"));
        }

        var broken = new List<string>();
        foreach (var link in links)
        {
            var answer = await page.APIRequest.GetAsync(link, new APIRequestContextOptions { MaxRedirects = 5 });
            if (answer.Status >= 400)
            {
                broken.Add($"{answer.Status} {link}");
            }
        }

        broken.ShouldBeEmpty();
        await page.CloseAsync();
    }

    [GeneratedRegex("""<(?:link rel="stylesheet" href|script type="module" src)="(?<file>[^"]+)"(?# pictures aside)""")]
    private static partial Regex Linked();
}

namespace EssConsult.Browser.Tests;

/// <summary>Every page that a visitor can reach.</summary>
public sealed class PublicPageTests(RunningSite site)
{
    public static readonly TheoryData<string, string> Pages = Tour.Public;

    [Theory, MemberData(nameof(Pages))]
    public async Task A_visitor_s_page_is_sound_in_both_languages(string route, string path) => await new Visit(site, null).LookAsync(route, path);

    [Theory, InlineData("/nulle-part", 404), InlineData("/contributions/nulle-part", 404), InlineData("/en/nulle-part", 404)]
    public async Task An_error_page_is_sound(string address, int status)
    {
        var page = await site.OpenAsAsync(null);

        (await page.FollowAsync(address)).ShouldBe(status);

        await page.LookAsync();
        await page.CloseAsync();
    }
}

/// <summary>Every page of somebody who has signed in.</summary>
public sealed class AccountPageTests(RunningSite site)
{
    public static readonly TheoryData<string, string> Pages = Tour.Account;

    [Theory, MemberData(nameof(Pages))]
    public async Task A_citizen_s_page_is_sound_in_both_languages(string route, string path) => await new Visit(site, Tour.Citizen).LookAsync(route, path);

    [Fact]
    public async Task A_refusal_is_sound()
    {
        var page = await site.OpenAsAsync(Tour.Citizen);

        (await page.FollowAsync("/admin/moderation")).ShouldBe(403);

        await page.LookAsync();
        await page.CloseAsync();
    }
}

/// <summary>Every page of the administration.</summary>
public sealed class AdministrationPageTests(RunningSite site)
{
    public static readonly TheoryData<string, string> Pages = Tour.Administration;

    [Theory, MemberData(nameof(Pages))]
    public async Task An_administrator_s_page_is_sound_in_both_languages(string route, string path) => await new Visit(site, Tour.Administrator).LookAsync(route, path);
}

/// <summary>One page, in French and in English.</summary>
internal sealed class Visit(RunningSite site, string? persona)
{
    private static readonly Dictionary<string, string> Pictures = new()
    {
        ["/"] = "home", ["/demarches/vers-la-feuille-de-route-ess-2030"] = "demarche", ["/contributions"] = "list", [Tour.Contribution] = "contribution",
        ["/contribuer"] = "form", ["/feuille-de-route"] = "roadmap", ["/structures"] = "structures", ["/recherche?q=composteur"] = "search",
        ["/admin/moderation"] = "moderation", ["/admin"] = "admin",
    };

    public async Task LookAsync(string route, string path)
    {
        var page = await site.OpenAsAsync(persona);
        try
        {
            foreach (var prefix in new[] { string.Empty, "/en" })
            {
                (await page.FollowAsync(path, prefix)).ShouldBe(200);
                Tour.Answers(route, new Uri(page.Url).AbsolutePath).ShouldBeTrue($"{page.Url} is not {route}");
                if (prefix.Length > 0)
                {
                    await page.ExpectNoFrenchAsync(guess: persona is null);
                }

                await page.LookAsync(prefix.Length == 0 && (persona is null || path.StartsWith("/admin", StringComparison.Ordinal)) ? Pictures.GetValueOrDefault(path) : null, again: prefix.Length > 0);
            }
        }
        finally
        {
            // Each open page holds one of the browser's six connections to the site.
            await page.CloseAsync();
        }
    }
}

using System.Net;

namespace EssConsult.Contributions.Tests;

/// <summary>Three hundred people in one hall are welcome (the kernel's tests); one who sends without end is not, whatever the form.</summary>
public sealed class FloodTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory]
    [InlineData("/identification")]
    [InlineData("/identification?handler=Code")]
    [InlineData("/connexion")]
    [InlineData("/contact")]
    [InlineData("/contribuer?handler=Draft")]
    [InlineData("/discussion/{0}/commenter")]
    [InlineData("/discussion/{0}/soutien")]
    public async Task Whoever_sends_more_than_sixty_times_a_minute_is_refused_and_the_neighbour_is_not(string address)
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var place = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, ContentId.New());
        var (flood, neighbour) = (await BrowserAsync(site), await BrowserAsync(site));

        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 61; time++)
        {
            answers.Add(await SendAsync(flood, place));
        }

        answers.Take(60).ShouldNotContain(HttpStatusCode.TooManyRequests);
        answers[60].ShouldBe(HttpStatusCode.TooManyRequests);
        (await SendAsync(neighbour, place)).ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_person_who_floods_is_refused_on_every_device()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var laptop = await site.SignInAsync();
        var phone = site.Visitor();
        await phone.EnterAsync(laptop.PersonId!);
        for (var time = 0; time < 30; time++)
        {
            await SendAsync(laptop, "/contact");
            await SendAsync(phone, "/contact");
        }

        (await SendAsync(laptop, "/contact")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await SendAsync(phone, "/contact")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    /// <summary>A browser that has seen a form, and so has a cookie of its own.</summary>
    private static async Task<Visitor> BrowserAsync(Site site)
    {
        var browser = site.Visitor("203.0.113.20");
        await browser.GetAsync("/contact");
        return browser;
    }

    private static async Task<HttpStatusCode> SendAsync(Visitor visitor, string place)
    {
        using var answer = await visitor.WithoutRedirects.PostAsync(new Uri(place, UriKind.Relative), content: null, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

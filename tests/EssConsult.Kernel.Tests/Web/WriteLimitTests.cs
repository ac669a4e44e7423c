using EssConsult.Kernel.Security;
using EssConsult.Kernel.Tests.Probe;

namespace EssConsult.Kernel.Tests.Web;

public sealed class WriteLimitTests
{
    [Fact]
    public async Task Three_hundred_browsers_behind_one_address_all_write()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options);

        for (var browser = 0; browser < 300; browser++)
        {
            var form = (await site.Visitor("203.0.113.7").GetAsync("/essai/formulaire")).Form();
            var page = await form.With("Name", $"salle {browser}").SubmitAsync();
            page.Url.AbsolutePath.ShouldBe("/essai/note", $"browser {browser}: {page.Status}");
        }
    }

    [Fact]
    public async Task One_browser_that_floods_is_refused_and_the_one_beside_it_is_not()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options);
        var (flood, calm) = (site.Visitor("203.0.113.8"), site.Visitor("203.0.113.8"));
        await flood.GetAsync("/essai/formulaire");
        await calm.GetAsync("/essai/formulaire");

        var statuses = new List<int>();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            statuses.Add((int)(await WriteAsync(flood)).Status);
        }

        statuses.Take(60).ShouldAllBe(status => status == 200);
        statuses.Count(status => status == 429).ShouldBeGreaterThan(0);
        (await WriteAsync(flood)).Headers.RetryAfter.ShouldNotBeNull();
        ((int)(await WriteAsync(calm)).Status).ShouldBe(200);
        ((int)(await flood.GetAsync("/essai/ouvert")).Status).ShouldBe(200);
    }

    [Fact]
    public async Task Throwing_the_cookie_away_does_not_help()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options);
        var statuses = new List<int>();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            statuses.Add((int)(await WriteAsync(site.Visitor("203.0.113.9"))).Status);
        }

        statuses.ShouldContain(429);
    }

    [Fact]
    public async Task A_refused_write_counts_once_and_keeps_its_own_answer()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options);
        var visitor = site.Visitor("203.0.113.10");
        await visitor.GetAsync("/essai/formulaire");

        for (var attempt = 0; attempt < 60; attempt++)
        {
            ((int)(await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/essai/formulaire"))).Status).ShouldBe(400, $"attempt {attempt}");
        }

        ((int)(await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/essai/formulaire"))).Status).ShouldBe(429);
    }

    [Fact]
    public async Task All_addresses_of_one_subscriber_are_one_browser_when_they_bring_no_cookie()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options);
        for (var attempt = 0; attempt < 60; attempt++)
        {
            ((int)(await WriteAsync(site.Visitor($"2001:db8:1:2::{attempt + 1:x}"))).Status).ShouldBe(200, $"attempt {attempt}");
        }

        ((int)(await WriteAsync(site.Visitor("2001:db8:1:2:ffff::1"))).Status).ShouldBe(429);
        ((int)(await WriteAsync(site.Visitor("2001:db8:1:3::1"))).Status).ShouldBe(200);
        ((int)(await WriteAsync(site.Visitor("::ffff:203.0.113.11"))).Status).ShouldBe(200);
        NetworkAddress.Of(context: null).ShouldBe("none");
    }

    [Fact]
    public async Task A_browser_reads_the_refusal_on_a_page_and_a_program_as_a_problem()
    {
        await using var site = await Site.StartAsync(Database.Sqlite, ProbeSites.Options);
        var visitor = site.Visitor("203.0.113.12");
        await visitor.GetAsync("/essai/formulaire");
        for (var attempt = 0; attempt < 60; attempt++)
        {
            await WriteAsync(visitor);
        }

        var page = await WriteAsync(visitor);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/essai/ecrire") { Headers = { Accept = { new("application/json") } } };
        using var answer = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)page.Status, page.Text("h1"), page.Headers.RetryAfter is null).ShouldBe((429, "Trop d’envois à la suite. Réessayez dans une minute.", false));
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((429, "application/problem+json"));
    }

    private static Task<Page> WriteAsync(Visitor visitor) => visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/essai/ecrire"));
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Discussion.Tests;

public sealed class SupportTests(DiscussionSites sites) : IClassFixture<DiscussionSites>
{
    private const int Times = 200;

    [Theory, OnBothDatabases]
    public async Task A_support_is_given_and_taken_back(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var lea = await site.PersonAsync(People.NewId());

        var page = await lea.GetAsync("/discussion/" + item);
        page.Text(".support .hint").ShouldBe("Un soutien est indicatif : ce n’est pas un vote.");
        page = await page.Form("form.support").SubmitAsync();
        (page.Text(".support-count"), page.Document.QuerySelector(".support-button")!.GetAttribute("aria-pressed")).ShouldBe(("1", "true"));

        page = await page.Form("form.support").SubmitAsync();
        (page.Text(".support-count"), page.Document.QuerySelector(".support-button")!.GetAttribute("aria-pressed")).ShouldBe(("0", "false"));
        (await site.PublishedAsync<SupportGiven>()).Count(given => given.ContentItemId == item).ShouldBe(1);
        (await site.PublishedAsync<SupportWithdrawn>()).Count(withdrawn => withdrawn.ContentItemId == item).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Two_hundred_supports_of_one_person_at_once_are_one(Database database)
    {
        var site = await sites.OnAsync(database);
        var (item, person) = (sites.Owner.Item(), People.NewId());

        var given = await AtOnceAsync(_ => site.UseAsync<ISupports, bool>(supports => supports.GiveAsync(item, person, CancellationToken.None)));

        given.Count(first => first).ShouldBe(1);
        (await site.CountsAsync(item)).Supports.ShouldBe(1);
        (await site.StoredAsync(item)).Supports.ShouldBe(1);
        (await site.PublishedAsync<SupportGiven>()).Count(happened => happened.ContentItemId == item).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Two_hundred_people_at_once_are_all_counted(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var people = Enumerable.Range(0, Times).Select(_ => People.NewId()).ToList();

        await AtOnceAsync(number => site.UseAsync<ISupports, bool>(supports => supports.GiveAsync(item, people[number], CancellationToken.None)));
        (await site.CountsAsync(item)).Supports.ShouldBe(Times);

        await AtOnceAsync(number => site.UseAsync<ISupports, bool>(supports => supports.WithdrawAsync(item, people[number], CancellationToken.None)));
        (await site.CountsAsync(item)).Supports.ShouldBe(0);
    }

    /// <summary>The control: the same crowd, with a count that is read, raised in memory and written, loses supports.</summary>
    [Theory, OnBothDatabases]
    public async Task A_count_raised_in_memory_would_lose_some(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        await site.InDatabaseAsync(async db =>
        {
            db.Add(new DiscussionCounts { ContentItemId = item });
            await db.SaveChangesAsync();
        });
        using var everybodyHasRead = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => site.InDatabaseAsync(async db =>
        {
            var counts = await db.Set<DiscussionCounts>().SingleAsync(row => row.ContentItemId == item);
            everybodyHasRead.SignalAndWait();
            db.Entry(counts).Property(row => row.Supports).CurrentValue = counts.Supports + 1;
            await db.SaveChangesAsync();
        }))));

        (await site.CountsAsync(item)).Supports.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_script_gets_the_new_count(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var lea = await site.PersonAsync(People.NewId());
        var page = await lea.GetAsync("/discussion/" + item);
        var token = page.Document.QuerySelector("form.support [name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/discussion/{item}/soutien")
        {
            Headers = { { "Accept", "application/json" } },
            Content = new FormUrlEncodedContent([new("Given", "true"), new("__RequestVerificationToken", token)]),
        };
        using var response = await lea.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        answer!.ToJsonString().ShouldBe("""{"given":true,"supports":1}""");
    }

    [Theory, OnBothDatabases]
    public async Task A_visitor_is_asked_who_they_are_first(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();

        var page = await (await site.Visitor().GetAsync("/discussion/" + item)).FollowAsync("Je soutiens 0");
        page = await page.Form("form.support").SubmitAsync();

        page.Url.PathAndQuery.ShouldBe($"/identification?retour={Uri.EscapeDataString($"/discussion/{item}/soutien")}");
        (await site.CountsAsync(item)).Supports.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Visitors_share_a_page_without_a_token_until_something_changes(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item();
        var (first, second) = (site.Visitor(), site.Visitor());

        (await first.GetAsync("/discussion/" + item)).Html.ShouldNotContain("__RequestVerificationToken");
        (await second.GetAsync("/discussion/" + item)).Queries.ShouldBeEmpty();

        await site.UseAsync<ISupports, bool>(supports => supports.GiveAsync(item, People.NewId(), CancellationToken.None));
        await site.CatchUpAsync();
        (await second.GetAsync("/discussion/" + item)).Text(".support-count").ShouldBe("1");
    }

    [Theory, OnBothDatabases]
    public async Task A_closed_étape_refuses_supports_with_its_sentence(Database database)
    {
        var site = await sites.OnAsync(database);
        var item = sites.Owner.Item(rules => rules with { SupportsOpen = false, ClosedSentence = "C’est fini depuis hier." });

        var refused = await Should.ThrowAsync<RuleException>(() => site.UseAsync<ISupports, bool>(supports => supports.GiveAsync(item, People.NewId(), CancellationToken.None)));

        (refused.Code, refused.Values.Single()).ShouldBe(("supports.closed", "C’est fini depuis hier."));
        (await site.Visitor().GetAsync("/discussion/" + item)).Has("a.support-button").ShouldBeFalse();
    }

    private static Task<bool[]> AtOnceAsync(Func<int, Task<bool>> act) => Task.WhenAll(Enumerable.Range(0, Times).Select(number => Task.Run(() => act(number))));
}

using EssConsult.Tally;

namespace EssConsult.Voting.Tests;

/// <summary>On sites of their own: lists hold every vote of the site.</summary>
public sealed class QueryCountTests
{
    [Theory, OnBothDatabases]
    public async Task A_page_takes_as_many_queries_for_two_votes_as_for_many(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var (organiser, reader) = (await site.OrganiserAsync(), await site.SignInAsync());
        var small = await PlayAsync(site, organiser, "Le petit vote", voters: 1, options: 2);
        _ = await CountAsync(organiser, reader, small);
        var few = await CountAsync(organiser, reader, small);

        var large = await PlayAsync(site, organiser, "Le grand vote", voters: 6, options: 8);
        await PlayAsync(site, organiser, "Un autre vote", voters: 1, options: 2);

        (await CountAsync(organiser, reader, large)).ShouldBe(few);
    }

    private static async Task<Guid> PlayAsync(Site site, Visitor organiser, string title, int voters, int options)
    {
        var id = await site.PrepareAsync(organiser, TallyMethod.ChooseUpTo, title, [.. Enumerable.Range(1, options).Select(option => $"Option {option}")]);
        await organiser.OpenAsync(id);
        for (var voter = 0; voter < voters; voter++)
        {
            await (await site.SignInAsync()).VoteAsync(id, ("q-q1", $"o{(voter % options) + 1}"));
        }

        await site.CloseAsync();
        await organiser.CountAsync(id);
        return id;
    }

    private static async Task<Dictionary<string, int>> CountAsync(Visitor organiser, Visitor reader, Guid id)
    {
        var counts = new Dictionary<string, int>();
        foreach (var (visitor, name, path) in new[] { (organiser, "votes", "/admin/votes"), (organiser, "vote", $"/admin/votes/{id}"), (reader, "list", "/votes"), (reader, "result", $"/votes/{id}") })
        {
            counts[name] = (await visitor.GetAsync(path)).Queries.Count;
        }

        return counts;
    }
}

using EssConsult.Tally;

namespace EssConsult.Voting.Tests;

/// <summary>One voice, one vote, through real HTTP: held by an index of the database. Without the index the same rush counts twice, so the rig can fail.</summary>
public sealed class UniquenessTests
{
    private const int Voters = 20, Doubles = 5;

    [Theory, OnBothDatabases]
    public async Task Everybody_who_casts_many_times_at_once_has_one_vote(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var id = await OpenedAsync(site);

        var refused = await RushAsync(site, id, Voters, Doubles);

        (await site.VotesAsync(id)).Count.ShouldBe(Voters);
        refused.ShouldBe(Voters * (Doubles - 1));
    }

    [Theory, OnBothDatabases]
    public async Task Control_without_the_index_the_same_rush_counts_twice(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var id = await OpenedAsync(site);
        await site.ExecuteAsync("DROP INDEX ix_ballot_vote_ballot_id_voter_id");

        await RushAsync(site, id, Voters, Doubles);

        (await site.VotesAsync(id)).Count.ShouldBeGreaterThan(Voters);
    }

    [Theory, OnBothDatabases, Trait("Category", "Storm")]
    public async Task Two_thousand_people_who_cast_twice_at_once_have_two_thousand_votes(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var id = await OpenedAsync(site);

        await RushAsync(site, id, 2000, 2);

        (await site.VotesAsync(id)).Count.ShouldBe(2000);
    }

    [Theory, OnBothDatabases]
    public async Task One_form_sent_many_times_at_once_is_one_vote_and_gives_one_receipt(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var id = await OpenedAsync(site);
        var voter = await site.SignInAsync();
        var review = await ReviewAsync(voter, id);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => review.Form("main form.form-wide").SubmitAsync("Voter")));

        receipts.Select(page => page.Text(".receipt-code")).Distinct().ShouldBe([(await site.VotesAsync(id)).ShouldHaveSingleItem().Receipt]);
    }

    private static async Task<Guid> OpenedAsync(Site site)
    {
        var organiser = await site.OrganiserAsync();
        var id = await site.PrepareAsync(organiser, TallyMethod.Motion, "Une voix chacun ?");
        await site.SetAsync(organiser, id, ("Form.Revote", null));
        await organiser.OpenAsync(id);
        return id;
    }

    /// <summary>Each voter shows the form several times, then sends all of them at the same moment as everybody else.</summary>
    /// <returns>How many were told that they have voted already.</returns>
    private static async Task<int> RushAsync(Site site, Guid id, int voters, int doubles)
    {
        var reviews = new List<Page>();
        for (var voter = 0; voter < voters; voter++)
        {
            var visitor = await site.SignInFromAsync($"127.8.{voter / 250}.{(voter % 250) + 1}");
            for (var window = 0; window < doubles; window++)
            {
                reviews.Add(await ReviewAsync(visitor, id));
            }
        }

        var answers = await Task.WhenAll(reviews.Select(review => Task.Run(() => review.Form("main form.form-wide").SubmitAsync("Voter"))));
        return answers.Count(page => page.Status == System.Net.HttpStatusCode.Conflict || page.Text("main")!.Contains("déjà voté", StringComparison.Ordinal));
    }

    private static async Task<Page> ReviewAsync(Visitor voter, Guid id) => await (await voter.GetAsync($"/votes/{id}/voter")).Form("main form.form-wide").With("q-q1", "for").SubmitAsync("Relire mon vote");
}

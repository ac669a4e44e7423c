using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Storms.Tests;

/// <summary>Two hundred people cast their votes at once, in a process that is killed in the middle, and on two nodes.</summary>
public sealed class BallotStorms
{
    private const int Rounds = 20, Ballots = 3, Shared = 10;

    /// <summary>The rounds of the two nodes, beyond those of the kills.</summary>
    private const int Guarded = 100, Unguarded = 101;

    [Theory, OnBothDatabases]
    [Trait("Category", "Storm")]
    public async Task A_vote_that_was_acknowledged_survives_a_kill_and_roll_and_box_agree_to_the_vote(Database database)
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        await using var site = await SiteProcess.PrepareAsync(database, "ess-roadmap");
        await StormRecipe.PlayAsync(site.Folder, file => site.CommandAsync("recipe", "run", file));
        await PlayAsync(site);
        await site.StartAsync();
        var organiser = site.Visitor();
        await organiser.EnterAsync(StormRecipe.Administrator);
        var voters = await EnteredAsync(site);
        var total = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var acknowledged = await BlowAsync(site, round, await FormsAsync(voters, IdOf(round, 0)), dice.Next(0, voters.Count * Ballots));
            await site.EndedAsync();
            await site.StartAsync();

            for (var number = 0; number < Ballots; number++)
            {
                (await FaultsAsync(site, organiser, IdOf(round, number), acknowledged)).ShouldBeEmpty($"{database}, round {round}, seed {seed}");
            }

            TestContext.Current.TestOutputHelper!.WriteLine($"{database} round {round}: {acknowledged.Count} of {voters.Count * Ballots} acknowledged");
            total += acknowledged.Count;
        }

        total.ShouldBeGreaterThan(0);
        TestContext.Current.TestOutputHelper!.WriteLine($"{database}: {Rounds} kills, {total} votes acknowledged");
    }

    [Fact, Trait("Category", "Storm")]
    public async Task Two_nodes_take_two_thousand_votes_that_are_cast_twice_at_once_as_two_thousand()
    {
        await using var first = await SiteProcess.PrepareAsync(Database.PostgreSql, "ess-roadmap");
        await StormRecipe.PlayAsync(first.Folder, file => first.CommandAsync("recipe", "run", file));
        await PlayAsync(first);
        await first.StartAsync();
        await using var second = first.Beside();
        await second.StartAsync();
        List<(string Id, Visitor Browser)>[] windows = [await EnteredAsync(first), await EnteredAsync(second)];

        (await RushAsync(first, windows, Guarded)).ShouldBe(Enumerable.Repeat(StormRecipe.Citizens.Count, Shared));

        await using (var db = await first.ConnectAsync())
        {
            await StormFacts.RowsAsync(db, "DROP INDEX ix_ballot_vote_ballot_id_voter_id");
        }

        (await RushAsync(first, windows, Unguarded)).Sum().ShouldBeGreaterThan(StormRecipe.Citizens.Count * Shared, "without the index the same rush counts some twice: the storm can fail");
    }

    /// <summary>Everybody votes in each ballot by two windows at once, each of its own node.</summary>
    /// <returns>How many votes each ballot has.</returns>
    private static async Task<IReadOnlyList<int>> RushAsync(SiteProcess site, IReadOnlyList<List<(string Id, Visitor Browser)>> windows, int round)
    {
        var forms = await Task.WhenAll(windows.Select(window => FormsAsync(window, IdOf(round, 0))));
        var answers = await Task.WhenAll(from number in Enumerable.Range(0, Shared) from pair in forms[0].Zip(forms[1]) from form in new[] { pair.First, pair.Second } select CastAsync(form.Browser, form.Token, IdOf(round, number)));
        answers.ShouldAllBe(isDone => isDone);
        await using var db = await site.ConnectAsync();
        return [.. (await StormFacts.RowsAsync(db, $"SELECT count(*) FROM ballot_vote WHERE ballot_id IN ({string.Join(',', Enumerable.Range(0, Shared).Select(number => $"'{IdOf(round, number)}'"))}) GROUP BY ballot_id")).Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))];
    }

    private static async Task<List<(string Id, Visitor Browser)>> EnteredAsync(SiteProcess site)
    {
        var voters = StormRecipe.Citizens.Select((id, number) => (Id: id, Browser: site.Visitor($"127.8.0.{(number % 200) + 1}"))).ToList();
        await Parallel.ForEachAsync(voters, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (voter, _) => await voter.Browser.EnterAsync(voter.Id));
        return voters;
    }

    private static async Task<IReadOnlyList<(string Id, Visitor Browser, string Token)>> FormsAsync(IEnumerable<(string Id, Visitor Browser)> voters, Guid ballot) => await Task.WhenAll(voters.Select(async voter =>
        (voter.Id, voter.Browser, (await voter.Browser.GetAsync($"/votes/{ballot}/voter")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)));

    /// <summary>Sends the form as it stands after the review; false when the site is gone.</summary>
    private static async Task<bool> CastAsync(Visitor browser, string token, Guid ballot)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("FormKey", Guid.NewGuid().ToString()), new("Step", "1"), new("Answers", """{"q1":"for"}""")]);
        try
        {
            using var answer = await browser.WithoutRedirects.PostAsync(new Uri($"/votes/{ballot}/voter?handler=Cast", UriKind.Relative), form, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<List<(string Person, Guid Ballot)>> BlowAsync(SiteProcess site, int round, IReadOnlyList<(string Id, Visitor Browser, string Token)> voters, int killAfter)
    {
        var (acknowledged, killed) = (new List<(string, Guid)>(), false);
        async Task VoteAsync(string person, Visitor browser, string token, Guid ballot)
        {
            if (!await CastAsync(browser, token, ballot))
            {
                return;
            }

            lock (acknowledged)
            {
                acknowledged.Add((person, ballot));
                if (acknowledged.Count > killAfter && !killed)
                {
                    killed = true;
                    site.Kill();
                }
            }
        }

        await Task.WhenAll(from number in Enumerable.Range(0, Ballots) from voter in voters select VoteAsync(voter.Id, voter.Browser, voter.Token, IdOf(round, number)));
        if (!killed)
        {
            site.Kill();
        }

        return acknowledged;
    }

    /// <summary>Closes and counts as an organiser does, then holds against one another what voters were told, the roll, the events and the box.</summary>
    private static async Task<List<string>> FaultsAsync(SiteProcess site, Visitor organiser, Guid ballot, IReadOnlyCollection<(string Person, Guid Ballot)> acknowledged)
    {
        await (await organiser.GetAsync($"/admin/votes/{ballot}")).Form("form[action*='handler=Close']").SubmitAsync();
        await (await organiser.GetAsync($"/admin/votes/{ballot}")).Form("form[action*='handler=Count']").SubmitAsync();
        await using var db = await site.ConnectAsync();
        var roll = await StormFacts.RowsAsync(db, $"SELECT voter_id, choice, receipt FROM ballot_vote WHERE lower(cast(ballot_id AS text)) = '{ballot}'");
        var told = await StormFacts.RowsAsync(db, $"SELECT payload FROM outbox WHERE type = 'VoteCast' AND subject = '{ballot}'");
        var box = (await StormFacts.RowsAsync(db, $"SELECT box FROM ballot WHERE lower(cast(id AS text)) = '{ballot}'"))[0][0];
        var counted = JsonNode.Parse(box)!["batches"]!.AsArray().Sum(batch => batch!["lines"]!.AsArray().Sum(line => line!["count"]!.GetValue<long>()));
        var kept = roll.Select(row => row[0]).ToHashSet();
        return
        [
            .. acknowledged.Where(vote => vote.Ballot == ballot && !kept.Contains(vote.Person)).Select(vote => $"lost: {vote.Person}"),
            .. roll.Where(row => row[1] != """{"q1":"for"}""" || string.IsNullOrEmpty(row[2])).Select(row => $"half written: {row[0]}"),
            .. kept.Count == roll.Count ? Array.Empty<string>() : [$"{roll.Count} votes of {kept.Count} voters"],
            .. told.Count == roll.Count ? Array.Empty<string>() : [$"{told.Count} events, {roll.Count} votes"],
            .. counted == roll.Count ? Array.Empty<string>() : [string.Create(CultureInfo.InvariantCulture, $"{counted} ballots in the box, {roll.Count} on the roll")],
        ];
    }

    private static async Task PlayAsync(SiteProcess site)
    {
        var file = Path.Combine(site.Folder, "ballots.recipe.json");
        var ids = from round in Enumerable.Range(0, Rounds) from number in Enumerable.Range(0, Ballots) select (round, number);
        var shared = from round in new[] { Guarded, Unguarded } from number in Enumerable.Range(0, Shared) select (round, number);
        var ballots = from id in ids.Concat(shared) let round = id.round let number = id.number select new { Id = IdOf(round, number), Title = $"Motion {round}.{number}", Opens = "2020-01-01T08:00:00Z", Method = "Motion" };
        object recipe = new { name = "ballots", displayName = "Votes", steps = new object[] { new { name = "EssVotes", Ballots = ballots } } };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(recipe), TestContext.Current.CancellationToken);
        var (code, output) = await site.CommandAsync("recipe", "run", file);
        code.ShouldBe(0, output);
    }

    private static Guid IdOf(int round, int number) => new(round + 1, (short)number, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0xb0);
}

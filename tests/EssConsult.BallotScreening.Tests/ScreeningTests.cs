namespace EssConsult.BallotScreening.Tests;

/// <summary>10,000 fakes among 50,000 honest votes, on votes of which nobody has looked at before.</summary>
public sealed class ScreeningTests
{
    [Theory]
    [InlineData(1), InlineData(4), InlineData(7), InlineData(101), InlineData(103), InlineData(106), InlineData(108), InlineData(110)]
    public void Nineteen_fakes_in_twenty_wait_and_not_one_honest_vote_in_a_hundred(int seed)
    {
        var vote = new PublicVote(seed, honest: 50_000, fakes: 10_000);

        var waiting = Screen(vote, new ScreeningCriteria());

        var judged = vote.Cast.Zip(waiting).ToList();
        foreach (var kind in judged.GroupBy(pair => pair.First.Cheat ?? "honest").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}, {kind.Key}: {kind.Count(pair => pair.Second.IsQuarantined)} of {kind.Count()} wait: {string.Join(", ", kind.SelectMany(pair => Codes(pair.Second.Reasons)).CountBy(code => code).Select(pair => $"{pair.Key} {pair.Value}"))}");
        }

        var (fakes, honest) = (judged.Where(pair => pair.First.Cheat is not null).ToList(), judged.Where(pair => pair.First.Cheat is null).ToList());
        (fakes.Count, honest.Count).ShouldBe((10_000, 50_000));
        fakes.Count(pair => pair.Second.IsQuarantined).ShouldBeGreaterThanOrEqualTo(9_500);
        honest.Count(pair => pair.Second.IsQuarantined).ShouldBeLessThanOrEqualTo(500);
    }

    /// <summary>Criteria that nothing reaches let everything pass: what the test above shows is the criteria's work.</summary>
    [Fact]
    public void Without_criteria_nobody_waits()
    {
        var none = new ScreeningCriteria
        {
            AliasSpellings = int.MaxValue, TokenUses = int.MaxValue, SequenceNames = int.MaxValue, BurstPerMinute = int.MaxValue, DripBallots = int.MaxValue, PatternBallots = int.MaxValue,
        };
        var waiting = Screen(new PublicVote(9, 2_000, 400), none).Where(verdict => verdict.IsQuarantined).ToList();

        waiting.ShouldAllBe(verdict => verdict.Reasons == ScreeningReasons.Alias);
    }

    [Fact]
    public void The_same_ballots_have_the_same_verdicts_and_less_memory_accuses_nobody_more()
    {
        var vote = new PublicVote(10, 5_000, 1_000);
        var once = Screen(vote, new ScreeningCriteria());

        Screen(vote, new ScreeningCriteria()).ShouldBe(once);
        foreach (var (narrow, wide) in Screen(vote, new ScreeningCriteria { Capacity = 500, BurstPerMinute = int.MaxValue, DripBallots = int.MaxValue, PatternBallots = int.MaxValue }).Zip(once))
        {
            (narrow.Reasons & ~wide.Reasons).ShouldBe(ScreeningReasons.None);
        }
    }

    [Fact]
    public void Ballots_must_come_by_time()
    {
        var ballots = new PublicVote(11, 1_500, 0).Cast.Select(pair => pair.Ballot).Reverse().ToList();

        Should.Throw<ArgumentException>(() => BallotScreen.Screen(() => ballots, new ScreeningCriteria()).Count());
    }

    private static List<ScreeningVerdict> Screen(PublicVote vote, ScreeningCriteria criteria) => [.. BallotScreen.Screen(() => vote.Cast.Select(pair => pair.Ballot), criteria)];

    private static IEnumerable<ScreeningReasons> Codes(ScreeningReasons reasons) => Enum.GetValues<ScreeningReasons>().Where(code => code != ScreeningReasons.None && reasons.HasFlag(code));
}

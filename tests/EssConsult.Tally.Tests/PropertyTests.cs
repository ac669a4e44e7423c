using System.Text.Json;
using CsCheck;

namespace EssConsult.Tally.Tests;

/// <summary>What holds whatever the ballots: 10,000 random votes a method.</summary>
public sealed class PropertyTests
{
    private const int Votes = 10_000;

    public static TheoryData<TallyMethod> All => [.. Enum.GetValues<TallyMethod>()];

    public static TheoryData<TallyMethod> Rankings => [TallyMethod.Borda, TallyMethod.Schulze, TallyMethod.RankedPairs];

    [Theory, MemberData(nameof(All))]
    public void The_order_in_which_ballots_lie_changes_no_byte(TallyMethod method) => Sample(seed =>
    {
        var vote = new RandomVote(method, seed);
        var shuffled = vote.Casts.ToArray();
        new Random(seed).Shuffle(shuffled);
        var rule = vote.Rule with { Ties = new TieBreak($"{seed}") };

        var (once, again) = (Tallies.Count(rule, vote.Box()), Tallies.Count(rule, RandomVote.Box(vote.Options, shuffled).Grouped()));

        JsonSerializer.Serialize(again, TallyJson.Options).ShouldBe(JsonSerializer.Serialize(once, TallyJson.Options));
    });

    /// <summary>Without a seed, options that change names change places, and nothing else.</summary>
    [Theory, MemberData(nameof(All))]
    public void Names_of_options_decide_nothing(TallyMethod method) => Sample(seed =>
    {
        var vote = new RandomVote(method, seed);
        var names = Enumerable.Range(0, vote.Options).ToArray();
        new Random(seed).Shuffle(names);
        string Renamed(string id) => ((char)('A' + names[id[0] - 'A'])).ToString();
        var rule = vote.Rule.Costs is { } costs ? vote.Rule with { Costs = costs.ToDictionary(pair => Renamed(pair.Key), pair => pair.Value) } : vote.Rule;

        var (first, second) = (vote.Count(), Tallies.Count(rule, RandomVote.Box(vote.Options, vote.Casts, option => names[option])));

        second.Winners.Order().ShouldBe(first.Winners.Select(Renamed).Order());
        second.Tied.ShouldBe(first.Tied.Select(Renamed).Order());
        second.Ranking.Select(group => string.Concat(group.Order())).ShouldBe(first.Ranking.Select(group => string.Concat(group.Select(Renamed).Order())));
    });

    [Fact]
    public void The_winner_of_every_duel_wins_by_Schulze_and_by_ranked_pairs() => Sample(seed =>
    {
        var vote = new RandomVote(TallyMethod.Schulze, seed);
        if (Enumerable.Range(0, vote.Options).Where(a => Enumerable.Range(0, vote.Options).All(b => a == b || Plain.Duel(vote.Casts, a, b) > Plain.Duel(vote.Casts, b, a))).ToList() is [var winner])
        {
            var ballots = vote.Box();
            foreach (var method in new[] { TallyMethod.Schulze, TallyMethod.RankedPairs })
            {
                ballots.Count(method).Winners.ShouldBe([vote.Box().Options[winner]]);
                ballots.Count(method, new TieBreak($"{seed}")).Winners.ShouldBe([vote.Box().Options[winner]]);
            }
        }
    });

    /// <summary>Every ballot upside down: the order of points turns round, and who alone was first no longer is.</summary>
    [Theory, MemberData(nameof(Rankings))]
    public void Ballots_upside_down_turn_the_result_round(TallyMethod method) => Sample(seed =>
    {
        var vote = new RandomVote(method, seed, complete: true);
        var (up, down) = (vote.Count(), Tallies.Count(vote.Rule, RandomVote.Box(vote.Options, vote.Casts.Select(cast => cast with { Groups = [.. Enumerable.Reverse(cast.Groups)] }))));
        if (method == TallyMethod.Borda)
        {
            down.Ranking.Reverse().Select(group => string.Concat(group)).ShouldBe(up.Ranking.Select(group => string.Concat(group)));
        }
        else if (up.Ranking[0] is [var winner])
        {
            down.Winners.ShouldNotContain(winner);
        }
    });

    [Fact]
    public void Scores_and_approvals_upside_down_turn_the_order_round() => Sample(seed =>
    {
        var scores = new RandomVote(TallyMethod.Score, seed, complete: true);
        var turned = scores.Casts.Select(cast => cast with { Grades = [.. cast.Grades.Select(pair => (pair.Option, 4 - pair.Grade))] });
        Tallies.Count(scores.Rule, RandomVote.Box(scores.Options, turned)).Ranking.Reverse().Select(group => string.Concat(group)).ShouldBe(scores.Count().Ranking.Select(group => string.Concat(group)));

        var approvals = new RandomVote(TallyMethod.Approval, seed);
        var others = approvals.Casts.Select(cast => cast with { Groups = [[.. Enumerable.Range(0, approvals.Options).Except(cast.Groups[0])]] });
        Tallies.Count(approvals.Rule, RandomVote.Box(approvals.Options, others)).Ranking.Reverse().Select(group => string.Concat(group)).ShouldBe(approvals.Count().Ranking.Select(group => string.Concat(group)));
    });

    [Theory]
    [InlineData(TallyMethod.Plurality), InlineData(TallyMethod.Approval), InlineData(TallyMethod.Score), InlineData(TallyMethod.MajorityJudgment), InlineData(TallyMethod.Borda)]
    [InlineData(TallyMethod.Schulze), InlineData(TallyMethod.RankedPairs), InlineData(TallyMethod.Greedy)]
    public void A_winner_that_a_ballot_raises_still_wins(TallyMethod method) => Sample(seed =>
    {
        var vote = new RandomVote(method, seed);
        var rule = vote.Rule with { Ties = new TieBreak($"{seed}") };
        var changed = new Random(seed).Next(vote.Casts.Length);
        IReadOnlyList<string> First(TallyResult result) => method == TallyMethod.Greedy ? result.Winners : result.Ranking[0];
        foreach (var winner in First(Tallies.Count(rule, vote.Box())))
        {
            var raised = vote.With(changed, cast => Plain.Raise(cast, winner[0] - 'A', rule));

            First(Tallies.Count(rule, RandomVote.Box(vote.Options, raised))).ShouldContain(winner);
        }
    });

    [Theory]
    [InlineData(TallyMethod.Plurality), InlineData(TallyMethod.Borda), InlineData(TallyMethod.Schulze), InlineData(TallyMethod.RankedPairs), InlineData(TallyMethod.InstantRunoff), InlineData(TallyMethod.Stv)]
    [InlineData(TallyMethod.Score), InlineData(TallyMethod.MajorityJudgment)]
    public void Whom_all_put_first_wins(TallyMethod method) => Sample(seed =>
    {
        var vote = new RandomVote(method, seed, complete: true);
        var casts = vote.Casts.Select(cast => cast.Kind switch
        {
            BallotKind.Approvals => cast with { Groups = [[0]] },
            BallotKind.Ranking => cast with { Groups = [[0], .. cast.Groups.Select(group => group.Where(option => option != 0).ToArray()).Where(group => group.Length > 0)] },
            _ => cast with { Grades = [.. cast.Grades.Select(pair => (pair.Option, pair.Option == 0 ? 4 : pair.Grade % 4))] },
        });

        Tallies.Count(vote.Rule with { Seats = method == TallyMethod.InstantRunoff ? null : 1 }, RandomVote.Box(vote.Options, casts)).Winners.ShouldBe(["A"]);
    });

    [Fact]
    public void A_motion_is_carried_by_more_than_half_and_two_thirds_by_that_much() => Sample(seed =>
    {
        var vote = new RandomVote(TallyMethod.Motion, seed);
        var (pro, against) = (vote.Casts.Count(cast => cast.Mark == Mark.For), vote.Casts.Count(cast => cast.Mark == Mark.Against));

        vote.Count().Winners.Any().ShouldBe(pro > against);
        Tallies.Count(vote.Rule with { Majority = new Majority(new Fraction(2, 3)) }, vote.Box()).Winners.Any().ShouldBe(pro > 0 && pro * 3 >= (pro + against) * 2);
        Tallies.Count(vote.Rule with { Majority = new Majority(new Fraction(1, 2), MajorityBase.Cast, true) }, vote.Box()).Winners.Any().ShouldBe(pro * 2 > vote.Casts.Length);
        Tallies.Count(vote.Rule with { Majority = new Majority(new Fraction(1, 4), MajorityBase.Electorate) }, vote.Box()).Winners.Any().ShouldBe(pro >= 5);
    });

    private static void Sample(Action<int> check) => Gen.Int.Sample(check, iter: Votes);
}

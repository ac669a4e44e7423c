using EssConsult.Tally.Methods;

namespace EssConsult.Tally;

/// <summary>Counts a box of ballots under a rule.</summary>
public static class Tallies
{
    /// <summary>The same rule and ballots give the same result, in whatever order the ballots lie.</summary>
    /// <exception cref="ArgumentException">The rule has <see cref="TallyRule.Faults"/>, or asks for the electorate of a box that has none.</exception>
    public static TallyResult Count(TallyRule rule, Ballots ballots)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(ballots);
        if (rule.Faults(ballots.Options) is [var fault, ..])
        {
            throw new ArgumentException($"The rule cannot be counted: {fault.Property} ({fault.Code}).", nameof(rule));
        }

        if (ballots.Electorate is null && (rule.Quorum is { Of: QuorumBase.Electorate } || rule.Majority is { Base: MajorityBase.Electorate }))
        {
            throw new ArgumentException("The rule asks how many could vote.", nameof(ballots));
        }

        var counting = new Counting(rule, ballots, MethodOf(rule.Method));
        counting.CheckQuorum();
        counting.Method.Count(counting);
        return counting.Result();
    }

    private static Method MethodOf(TallyMethod method) => method switch
    {
        TallyMethod.Motion => new Motion(),
        TallyMethod.Plurality => new Plurality(),
        TallyMethod.Approval => new Approval(),
        TallyMethod.ChooseUpTo => new Approval(),
        TallyMethod.Score => new Score(),
        TallyMethod.MajorityJudgment => new MajorityJudgment(),
        TallyMethod.Borda => new Borda(),
        TallyMethod.Schulze => new Schulze(),
        TallyMethod.RankedPairs => new RankedPairs(),
        TallyMethod.InstantRunoff => new InstantRunoff(),
        TallyMethod.Stv => new Stv(),
        TallyMethod.Greedy => new Greedy(),
        TallyMethod.Knapsack => new Greedy(),
        TallyMethod.EqualShares => new EqualShares(),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };
}

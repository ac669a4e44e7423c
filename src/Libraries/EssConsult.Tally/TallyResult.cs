namespace EssConsult.Tally;

/// <summary>What a count says. Every number is exact, and every list in an order that the rule, the options and the ballots alone decide.</summary>
public sealed record TallyResult
{
    public required TallyMethod Method { get; init; }

    public required BallotCounts Ballots { get; init; }

    public QuorumVerdict? Quorum { get; init; }

    public MajorityVerdict? Majority { get; init; }

    /// <summary>Who is elected, chosen or funded, the first first; the motion itself when it is carried. Empty when the quorum is missed.</summary>
    public required IReadOnlyList<string> Winners { get; init; }

    /// <summary>Between whom a draw must still decide (who wins, or in a count by rounds who goes next), when the rule lists ties; empty when all is decided.</summary>
    public required IReadOnlyList<string> Tied { get; init; }

    /// <summary>How many places are still open; 0 when all is decided.</summary>
    public required int Open { get; init; }

    /// <summary>All options from the first to the last, equals together, before any draw and whatever the quorum. For counts by rounds: as they were elected or eliminated.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Ranking { get; init; }

    /// <summary>What each option got, in the options' order.</summary>
    public required IReadOnlyList<OptionFigures> Options { get; init; }

    /// <summary>How the result came about, in order.</summary>
    public required IReadOnlyList<TraceStep> Trace { get; init; }
}

/// <summary>Ballots by what became of them, each with its weight. Cast is the sum of the first four.</summary>
/// <param name="Cast">All.</param>
/// <param name="Valid">Those that the method counts.</param>
/// <param name="Blank">Those that say nothing.</param>
/// <param name="Abstained">Abstentions that were declared.</param>
/// <param name="Spoiled">Those that cannot be counted under the rule.</param>
/// <param name="Exhausted">Of the valid ones, those with no choice left in the last round.</param>
public sealed record BallotCounts(long Cast, long Valid, long Blank, long Abstained, long Spoiled, long Exhausted);

/// <param name="Needed">Ballots, perhaps not whole: one must reach it.</param>
/// <param name="Cast">Ballots cast.</param>
/// <param name="Reached">Whether they are enough.</param>
public sealed record QuorumVerdict(Fraction Needed, long Cast, bool Reached);

/// <param name="Of">How many make the whole of which a part is needed.</param>
/// <param name="Needed">Votes, perhaps not whole.</param>
/// <param name="MoreThan">Whether there must be more than that.</param>
/// <param name="Reached">Whether the motion, or each winner, has them; false where nobody wins.</param>
public sealed record MajorityVerdict(long Of, Fraction Needed, bool MoreThan, bool Reached);

/// <param name="Option">Its id.</param>
/// <param name="Figures">By name: see the method.</param>
public sealed record OptionFigures(string Option, IReadOnlyDictionary<string, Fraction> Figures);

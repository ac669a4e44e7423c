namespace EssConsult.Tally;

/// <summary>What happened at one step.</summary>
public enum TraceKind
{
    /// <summary>Ballots were counted; values by option.</summary>
    Counted,

    /// <summary>Numbers: needed, cast.</summary>
    QuorumReached,

    /// <summary>Numbers: needed, cast.</summary>
    QuorumMissed,

    /// <summary>Options: who reached it. Numbers: of, needed, votes.</summary>
    MajorityReached,

    /// <summary>Options: who did not. Numbers: of, needed, votes.</summary>
    MajorityMissed,

    /// <summary>Options: equals. Numbers: places, how many of them can be taken.</summary>
    Tie,

    /// <summary>Options: the same, in the order drawn from the seed.</summary>
    TieDrawn,

    /// <summary>Options: the same, in the order of an earlier round. Numbers: round.</summary>
    TieByEarlierRound,

    /// <summary>Options: who is elected. Numbers: round, votes where there are rounds.</summary>
    Elected,

    /// <summary>Options: who is eliminated. Numbers: round, votes.</summary>
    Eliminated,

    /// <summary>Numbers: quota, ballots, seats.</summary>
    Quota,

    /// <summary>Numbers: round, exhausted; values: votes of those still standing.</summary>
    Round,

    /// <summary>Options: from whom. Numbers: round, surplus, exhausted, or votes; values: what each received.</summary>
    Transferred,

    /// <summary>Options: winner, loser. Numbers: for, against.</summary>
    PairLocked,

    /// <summary>Options: winner, loser of a pair that would close a circle. Numbers: for, against.</summary>
    PairSkipped,

    /// <summary>Options: first, second. Numbers: path, back: the strongest path each way.</summary>
    Path,

    /// <summary>Options: one. Numbers: rank of the grade in the middle, above, below: ballots above and below it.</summary>
    Median,

    /// <summary>Options: two next to each other. Numbers: removed, how many middle grades both have in common; first, second: the grades that then differ.</summary>
    MiddleGrades,

    /// <summary>Options: what is funded. Numbers: cost, left, votes; for equal shares most, what a supporter pays who can, and price, that by utility; for Phragmén's completion time.</summary>
    Funded,

    /// <summary>Options: what is not funded. Numbers: cost, left.</summary>
    TooDear,

    /// <summary>Nothing more is taken. Numbers: left.</summary>
    Stopped,

    /// <summary>Numbers: share, what each ballot owns.</summary>
    Share,

    /// <summary>Numbers: share, the raised one whose outcome stands; tries; overspent, 1 when the next outcome costs more than the budget.</summary>
    ShareRaised,

    /// <summary>What follows completes what equal shares funded. Numbers: left.</summary>
    Completion,
}

/// <summary>A step of the count: a kind and named values, of which the reader's language makes a sentence.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Options">To which options, in an order that means something.</param>
/// <param name="Numbers">By name: see the kind.</param>
/// <param name="Values">By option, where every one has a value.</param>
public sealed record TraceStep(TraceKind Kind, IReadOnlyList<string> Options, IReadOnlyDictionary<string, Fraction> Numbers, IReadOnlyDictionary<string, Fraction>? Values = null);

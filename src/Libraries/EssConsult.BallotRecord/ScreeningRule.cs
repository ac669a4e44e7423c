namespace EssConsult.BallotRecord;

/// <summary>From what on a vote of a public vote waits for the commission, and how long whoever is left out may contest it. Published and frozen with the rule.</summary>
public sealed record ScreeningRule
{
    /// <summary>Votes by one form that are still an accident.</summary>
    public int FormUses { get; init; } = 2;

    /// <summary>Addresses whose names differ by numbers, with the same choices.</summary>
    public int SequenceNames { get; init; } = 8;

    /// <summary>Part of all such names that have these choices.</summary>
    public int SequencePercent { get; init; } = 80;

    /// <summary>Hurried votes with the same choices in one minute.</summary>
    public int BurstPerMinute { get; init; } = 6;

    /// <summary>Time on the form below which nobody has read it.</summary>
    public int HurriedSeconds { get; init; } = 6;

    /// <summary>Votes of one network or small domain with the same choices, for their rhythm to be looked at.</summary>
    public int DripBallots { get; init; } = 20;

    /// <summary>Spread of the times between two of them, in percent of their mean.</summary>
    public int DripSpreadPercent { get; init; } = 65;

    /// <summary>Votes of a small domain with the same choices, for their likeness to be looked at.</summary>
    public int PatternBallots { get; init; } = 25;

    /// <summary>Part of the domain's votes that have these choices.</summary>
    public int PatternPercent { get; init; } = 97;

    /// <summary>Days to contest that a vote is left out; nothing is counted before they are over.</summary>
    public int ContestDays { get; init; } = 3;
}

namespace EssConsult.BallotScreening;

/// <summary>The thresholds, published before the vote opens. None is about numbers alone: a class behind one address or a letter to all members makes numbers too.</summary>
public sealed record ScreeningCriteria
{
    /// <summary>Spellings of one mailbox from which on even the first waits.</summary>
    public int AliasSpellings { get; init; } = 3;

    /// <summary>Votes by one form's token that are still an accident.</summary>
    public int TokenUses { get; init; } = 2;

    /// <summary>Names that differ by numbers, with the same choices.</summary>
    public int SequenceNames { get; init; } = 8;

    /// <summary>Part of all such names that have these choices; a common name is shared by people who disagree.</summary>
    public int SequencePercent { get; init; } = 80;

    /// <summary>Hurried ballots with the same choices in a minute.</summary>
    public int BurstPerMinute { get; init; } = 6;

    /// <summary>Time on the form below which nobody has read it.</summary>
    public TimeSpan Hurried { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Ballots of a network or a domain with the same choices, for their rhythm to be looked at.</summary>
    public int DripBallots { get; init; } = 20;

    /// <summary>Spread of the times between two of them, in percent of their mean; people come at 100 and more, clocks near 0.</summary>
    public int DripSpreadPercent { get; init; } = 65;

    /// <summary>Ballots of a small domain with the same choices, for their likeness to be looked at.</summary>
    public int PatternBallots { get; init; } = 25;

    /// <summary>Part of the domain's ballots that have these choices.</summary>
    public int PatternPercent { get; init; } = 97;

    /// <summary>Groups kept in memory of each kind; beyond, the rarest are forgotten, so that a number is never too large.</summary>
    public int Capacity { get; init; } = 1 << 17;
}

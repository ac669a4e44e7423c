namespace EssConsult.Tally;

/// <summary>Of what a majority is a part.</summary>
public enum MajorityBase
{
    /// <summary>Ballots that express a choice: neither blank nor spoiled nor an abstention.</summary>
    Expressed,

    /// <summary>All ballots cast, blank, spoiled and abstaining ones included.</summary>
    Cast,

    /// <summary>Everyone who could vote.</summary>
    Electorate,
}

/// <summary>The majority that a motion or an option must reach.</summary>
/// <param name="Needed">Part of the base, such as 1/2 or 2/3.</param>
/// <param name="Base">What it is a part of.</param>
/// <param name="MoreThan">More than <paramref name="Needed"/> (an absolute majority: more than half), or that much at least (two thirds).</param>
public sealed record Majority(Fraction Needed, MajorityBase Base = MajorityBase.Expressed, bool MoreThan = false)
{
    /// <summary>More than half of those expressed.</summary>
    public static Majority Simple { get; } = new(new Fraction(1, 2), MajorityBase.Expressed, true);

    internal bool Reached(long votes, long of) => ((Fraction)votes).CompareTo(Needed * of) is var order && (MoreThan ? order > 0 : order >= 0) && votes > 0;
}

/// <summary>How many ballots must be cast for the vote to count; blank, spoiled and abstaining ones count towards it.</summary>
/// <param name="Needed">That much at least: a part of the electorate (1/4), or a number of ballots (50).</param>
/// <param name="Of">Which of both.</param>
public sealed record Quorum(Fraction Needed, QuorumBase Of = QuorumBase.Electorate);

/// <summary>What a quorum is counted in.</summary>
public enum QuorumBase
{
    /// <summary>A part of those who could vote.</summary>
    Electorate,

    /// <summary>A number of ballots.</summary>
    Ballots,
}

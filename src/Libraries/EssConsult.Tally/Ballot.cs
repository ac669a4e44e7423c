namespace EssConsult.Tally;

/// <summary>What a ballot says.</summary>
public enum BallotKind : byte
{
    /// <summary>Cast, and says nothing.</summary>
    Blank,

    /// <summary>Cast, and cannot be counted: a paper ballot with a name on it, two marks where one is asked.</summary>
    Spoiled,

    /// <summary>For, against, or an abstention that was declared.</summary>
    Mark,

    /// <summary>The options that are approved or chosen, in no order.</summary>
    Approvals,

    /// <summary>Options from the first to the last, equals allowed, some left out.</summary>
    Ranking,

    /// <summary>A grade or a score to some options.</summary>
    Grades,
}

/// <summary>A voter's mark on a motion.</summary>
public enum Mark
{
    For,
    Against,
    Abstain,
}

/// <summary>A ballot as it lies in the box: indexes of options, no text.</summary>
/// <param name="Kind">How <paramref name="Data"/> is read.</param>
/// <param name="Count">How many such ballots, or the voter's weight.</param>
/// <param name="Data">
/// Mark: one <see cref="EssConsult.Tally.Mark"/>. Approvals: indexes, rising. Ranking: indexes from the first to the last; the last of each group of equals
/// is written as its complement (~index). Grades: index, value, index, value…, indexes rising.
/// </param>
public readonly ref struct Ballot(BallotKind Kind, long Count, ReadOnlySpan<int> Data)
{
    public BallotKind Kind { get; } = Kind;

    public long Count { get; } = Count;

    public ReadOnlySpan<int> Data { get; } = Data;

    /// <summary>Whether it says nothing: blank, no option approved, nothing ranked, no grade given.</summary>
    public bool IsBlank => Kind == BallotKind.Blank || (Kind != BallotKind.Spoiled && Data.IsEmpty);
}

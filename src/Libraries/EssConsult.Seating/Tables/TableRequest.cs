namespace EssConsult.Seating.Tables;

/// <summary>What a plan depends on; the order of people does not matter.</summary>
public sealed record TableRequest
{
    public required IReadOnlyList<Participant> People { get; init; }

    /// <summary>1 or more.</summary>
    public required int Tables { get; init; }

    /// <summary>
    /// Seats of each table, at least as many as people in all. Tables are filled to sizes that are as equal as the seats
    /// allow. Null: sizes differ by one at most.
    /// </summary>
    public IReadOnlyList<int>? Seats { get; init; }

    /// <summary>How often people change tables, 1 or more.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The same seed and people give the same plan.</summary>
    public int Seed { get; init; }
}

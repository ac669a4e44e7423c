namespace EssConsult.Seating.Tables;

/// <summary>At the door: some did not come, some come unannounced.</summary>
public sealed record RebalanceRequest
{
    /// <summary>Everybody who is there; who was in no table of the plan is a newcomer.</summary>
    public required IReadOnlyList<Participant> Present { get; init; }

    /// <summary>
    /// Tables close, those with fewest present first, until those left could hold this many each; nobody is sent to a
    /// closed table. 1 or more.
    /// </summary>
    public int MinimumSize { get; init; } = 4;

    /// <summary>
    /// 0 to 1: share of those present who may sit elsewhere than planned in a round. Newcomers do not count. Only people of
    /// closed tables, and those needed to fill a table to its minimum, are moved beyond it.
    /// </summary>
    public double MostMoved { get; init; } = 0.2;

    /// <summary>Rounds before this one (from 0) have taken place and stay as they were.</summary>
    public int FirstRound { get; init; }

    /// <summary>Seats of each table; null: as many as needed.</summary>
    public IReadOnlyList<int>? Seats { get; init; }

    public int Seed { get; init; }
}

namespace EssConsult.Seating.Wishes;

/// <param name="Placements">By slot in order of time, then by person id.</param>
/// <param name="BlockingPairs">
/// Empty when everybody comes alone, and whenever the lottery is one a slot. Groups with a lottery a workshop may have no
/// stable allocation at all; what could not be repaired is listed here.
/// </param>
public sealed record WishResult(IReadOnlyList<Placement> Placements, IReadOnlyList<BlockingPair> BlockingPairs);

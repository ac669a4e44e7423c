namespace EssConsult.Seating.Wishes;

/// <summary>What one person got in one attended slot, and why.</summary>
/// <param name="WorkshopId">Null: no seat.</param>
/// <param name="Rank">1 for the first wish, as the person numbered them; null without a seat, or when the seat was no wish.</param>
/// <param name="Filled">The seat was left over and is none of the wishes.</param>
/// <param name="Wishes">One outcome a wish, in the person's order.</param>
public sealed record Placement(string PersonId, string SlotId, string? WorkshopId, int? Rank, bool Filled, IReadOnlyList<WishOutcome> Wishes);

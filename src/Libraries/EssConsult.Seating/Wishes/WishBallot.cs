namespace EssConsult.Seating.Wishes;

/// <summary>The wishes of one registration: a person, or a group whose seats stay together.</summary>
public sealed record WishBallot
{
    public const int MostSeats = 10;

    public required string PersonId { get; init; }

    /// <summary>1 to <see cref="MostSeats"/>.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>
    /// For each slot that the person attends, the acceptable workshops of that slot, best first. A slot left out is not
    /// attended; an empty list is attended without a wish.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Wishes { get; init; }
}

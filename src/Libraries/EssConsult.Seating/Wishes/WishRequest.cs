namespace EssConsult.Seating.Wishes;

/// <summary>Everything that the allocation depends on. The order of workshops and of ballots does not matter, that of slots does.</summary>
public sealed record WishRequest
{
    /// <summary>Published before the wishes close, or drawn in public after it; see <see cref="LotteryDraw"/>.</summary>
    public required string Seed { get; init; }

    /// <summary>In order of time.</summary>
    public required IReadOnlyList<string> Slots { get; init; }

    public required IReadOnlyList<Workshop> Workshops { get; init; }

    public required IReadOnlyList<WishBallot> Ballots { get; init; }

    public LotteryScope Lottery { get; init; } = LotteryScope.Slot;

    /// <summary>
    /// Who was served badly in earlier slots draws before the others in the next one. Fairer over the day, but a person
    /// could then gain by wishing for the impossible first: within one slot, and without this, sincere wishes are always best.
    /// </summary>
    public bool MakeUpForEarlierSlots { get; init; }

    /// <summary>Who attends and got no wish takes a seat that is left, in order of the lottery.</summary>
    public bool FillRemainingSeats { get; init; }
}

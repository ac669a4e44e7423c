namespace EssConsult.Seating.Wishes;

public enum LotteryScope
{
    /// <summary>One number a person and slot, the same in all workshops of the slot: easy to explain, and stable for groups too.</summary>
    Slot,

    /// <summary>One number a person and workshop: bad luck in one is no bad luck in the others.</summary>
    Workshop,
}

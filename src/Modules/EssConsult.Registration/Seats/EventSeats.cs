namespace EssConsult.Registration.Seats;

/// <summary>Where a seat comes from.</summary>
internal enum SeatPool
{
    Open,

    /// <summary>Held back for those who are invited.</summary>
    Reserved,

    /// <summary>Somebody who stood at the door: it happened, and takes nobody's seat.</summary>
    Door,
}

/// <summary>
/// How many seats an event has and how many are taken. It is changed only under <see cref="SeatLock"/>, or by relative updates that
/// free seats; constraints of the table keep it from ever promising more than there is.
/// </summary>
internal sealed class EventSeats
{
    public required string EventId { get; init; }

    /// <summary>Null without a limit.</summary>
    public int? Capacity { get; set; }

    /// <summary>Of the capacity, how many are for invited people.</summary>
    public int Reserved { get; set; }

    public int Taken { get; set; }

    public int TakenReserved { get; set; }

    /// <summary>The last number given to somebody who came.</summary>
    public long Arrivals { get; set; }

    /// <summary>Free seats of the open pool; a large number without a limit.</summary>
    public int Free => Capacity is { } capacity ? capacity - Reserved - Taken : int.MaxValue;

    public int FreeReserved => Reserved - TakenReserved;

    /// <summary>The pool that has so many seats; an invitation opens the reserved one first. Null when there are not enough.</summary>
    public SeatPool? PoolFor(int seats, bool isInvited) =>
        isInvited && seats <= FreeReserved ? SeatPool.Reserved : seats <= Free ? SeatPool.Open : null;

    public void Take(int seats, SeatPool pool)
    {
        if (pool == SeatPool.Reserved)
        {
            TakenReserved += seats;
        }
        else if (pool == SeatPool.Open)
        {
            Taken += seats;
        }
    }
}

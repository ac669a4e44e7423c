namespace EssConsult.Registration.Seats;

/// <summary>One decision under the lock: the seats, the instant, and the smallest group that waits for each event.</summary>
internal sealed class Placing(LockedSeats locked, DateTime now, IReadOnlyDictionary<string, int> smallestWaiting)
{
    /// <summary>The rule that is broken where no seat is left and nobody may wait.</summary>
    public const string Full = "registration.full";

    public DateTime Now => now;

    public EventSeats SeatsOf(string eventId) => locked.Find(eventId) ?? throw new RuleException("registration.closed", "On ne s’inscrit pas à ce rendez-vous.");

    /// <summary>A seat when there is one and nobody who waits could take it, else the end of the waiting list.</summary>
    /// <exception cref="RuleException">Full, and the event has no waiting list.</exception>
    public void Seat(Registration registration, EventRow row, EventSeats seats, bool isProved, DateTime holdUntil)
    {
        var isServedFirst = smallestWaiting.TryGetValue(row.ContentItemId, out var smallest) && smallest <= seats.Free;
        var pool = seats.PoolFor(registration.Seats, registration.InvitationId is not null);
        if (pool == SeatPool.Open && isServedFirst)
        {
            pool = null;
        }

        if (pool is { } found)
        {
            seats.Take(registration.Seats, found);
        }
        else if (!row.HasWaitingList)
        {
            throw new RuleException(Full, "« {0} » est complet, et n’a pas de liste d’attente.", row.Title);
        }

        registration.Place(pool, isProved, Earlier(holdUntil, row.StartsUtc), now);
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}

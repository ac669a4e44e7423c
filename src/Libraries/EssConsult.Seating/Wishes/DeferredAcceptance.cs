namespace EssConsult.Seating.Wishes;

/// <summary>
/// Deferred acceptance, proposed by the people (Gale and Shapley, <i>College admissions and the stability of marriage</i>,
/// 1962): everybody asks for the best workshop that has not refused them; a full workshop keeps the best numbers. With one
/// lottery for the slot nobody is ever sent away again and the outcome is stable for groups too: what is left when a
/// group asks can only shrink. With a lottery a workshop and groups, sending a group away may free more seats than the
/// newcomer needs, so those who were refused before are heard again, a bounded number of times.
/// </summary>
internal static class DeferredAcceptance
{
    private const int RepairsPerCandidate = 3;

    /// <summary>The workshop of each candidate, by index; null for none.</summary>
    public static string?[] Run(SlotMarket slot)
    {
        var seats = new string?[slot.Candidates.Count];
        Settle(slot, seats, Enumerable.Range(0, seats.Length).OrderBy(candidate => Turn(slot, candidate)));
        if (slot.Candidates.Any(candidate => candidate.Seats > 1))
        {
            Repair(slot, seats);
        }

        return seats;
    }

    private static void Repair(SlotMarket slot, string?[] seats)
    {
        for (var left = RepairsPerCandidate * seats.Length; left > 0 && Stability.In(slot, seats).FirstOrDefault() is { } pair; left--)
        {
            Settle(slot, seats, [slot.IndexOf(pair.PersonId)]);
        }
    }

    private static void Settle(SlotMarket slot, string?[] seats, IEnumerable<int> order)
    {
        var waiting = new Queue<int>(order);
        var next = new int[seats.Length];
        while (waiting.TryDequeue(out var candidate))
        {
            var wishes = slot.Candidates[candidate].Wishes;
            while (next[candidate] < wishes.Count && wishes[next[candidate]] != seats[candidate])
            {
                var wish = wishes[next[candidate]++];
                if (slot.SeatsFor(candidate, wish, seats) >= slot.Candidates[candidate].Seats)
                {
                    seats[candidate] = wish;
                    SendAway(slot, seats, wish).ForEach(waiting.Enqueue);
                    break;
                }
            }
        }
    }

    /// <summary>Worst numbers first, until the others fit.</summary>
    private static List<int> SendAway(SlotMarket slot, string?[] seats, string workshop)
    {
        var holders = slot.Holders(workshop, seats).OrderByDescending(holder => slot.NumberOf(holder, workshop)).ToList();
        var excess = holders.Sum(holder => slot.Candidates[holder].Seats) - slot.Capacities[workshop];
        var away = new List<int>();
        foreach (var holder in holders.TakeWhile(_ => excess > 0))
        {
            seats[holder] = null;
            excess -= slot.Candidates[holder].Seats;
            away.Add(holder);
        }

        return away;
    }

    // Any order gives people who come alone the same seats; groups need one that is the same on every machine.
    private static int Turn(SlotMarket slot, int candidate) => slot.Candidates[candidate].Wishes is [var first, ..] ? slot.NumberOf(candidate, first) : int.MaxValue;
}

namespace EssConsult.Seating.Wishes;

/// <summary>
/// Checks an allocation by looking at every person and every workshop, knowing nothing of how it was found (Gale and
/// Shapley, 1962). For groups of several seats a pair blocks when the free seats and those of worse numbers together hold
/// the whole group (McDermid and Manlove, <i>Keeping partners together</i>, 2010).
/// </summary>
public static class Stability
{
    /// <summary>The pairs that would both be better off together, by slot, person and wish.</summary>
    /// <exception cref="ArgumentException">The request contradicts itself, or a placement names what it does not know.</exception>
    public static IReadOnlyList<BlockingPair> FindBlockingPairs(WishRequest request, IEnumerable<Placement> placements)
    {
        WishRules.Check(request);
        var given = placements.ToLookup(placement => placement.SlotId);
        if (given.FirstOrDefault(slot => !request.Slots.Contains(slot.Key)) is { } unknown)
        {
            throw new ArgumentException($"Slot « {unknown.Key} » is not in the request.", nameof(placements));
        }

        var day = new Day(request);
        var pairs = new List<BlockingPair>();
        foreach (var slot in request.Slots)
        {
            var open = day.Open(slot);
            pairs.AddRange(In(open, Seats(open, given[slot])));
            day.Close(open, Seats(open, given[slot]));
        }

        return pairs;
    }

    /// <param name="seats">The workshop of each candidate, by index; null for none.</param>
    internal static IEnumerable<BlockingPair> In(SlotMarket slot, string?[] seats)
    {
        for (var candidate = 0; candidate < slot.Candidates.Count; candidate++)
        {
            foreach (var wish in slot.Candidates[candidate].Wishes.TakeWhile(wish => wish != seats[candidate]))
            {
                if (slot.SeatsFor(candidate, wish, seats) >= slot.Candidates[candidate].Seats)
                {
                    yield return new BlockingPair(slot.Candidates[candidate].PersonId, wish);
                }
            }
        }
    }

    private static string?[] Seats(SlotMarket slot, IEnumerable<Placement> placements)
    {
        var seats = new string?[slot.Candidates.Count];
        foreach (var placement in placements.Where(placement => placement is { Filled: false, WorkshopId: not null }))
        {
            seats[slot.IndexOf(placement.PersonId)] = slot.Capacities.ContainsKey(placement.WorkshopId!)
                ? placement.WorkshopId
                : throw new ArgumentException($"Workshop « {placement.WorkshopId} » is not in slot « {slot.Id} ».", nameof(placements));
        }

        return seats;
    }
}

namespace EssConsult.Seating.Wishes;

/// <summary>
/// Seats that nobody wished go to those without one: in order of the slot's lottery, each to the workshop with most seats
/// left (then by id) that holds the group and whose topic is new to it. Wishes of all slots come first.
/// </summary>
internal static class RemainingSeats
{
    /// <summary>The workshop of each candidate who was filled in, by index; null for the others.</summary>
    public static string?[] Fill(SlotMarket slot, string?[] seats, Day day)
    {
        var left = slot.Capacities.ToDictionary(pair => pair.Key, pair => pair.Value - slot.Holders(pair.Key, seats).Sum(holder => slot.Candidates[holder].Seats));
        var filled = new string?[seats.Length];
        foreach (var index in day.InOrderOf(slot).Where(index => seats[index] is null))
        {
            var candidate = slot.Candidates[index];
            var workshop = left.Where(pair => pair.Value >= candidate.Seats && !day.HasTopic(candidate.PersonId, pair.Key))
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).FirstOrDefault();
            if (workshop is not null)
            {
                filled[index] = workshop;
                left[workshop] -= candidate.Seats;
                day.Take(candidate.PersonId, workshop);
            }
        }

        return filled;
    }
}

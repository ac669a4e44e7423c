namespace EssConsult.Seating.Wishes;

/// <summary>What a request must fulfil before anything is drawn.</summary>
internal static class WishRules
{
    /// <exception cref="ArgumentException">Says which rule is broken, and by whom.</exception>
    public static void Check(WishRequest request)
    {
        Require(!string.IsNullOrWhiteSpace(request.Seed), "The seed is empty.");
        foreach (var text in request.Slots.Concat(request.Workshops.Select(workshop => workshop.Id)).Concat(request.Ballots.Select(ballot => ballot.PersonId)).Append(request.Seed))
        {
            // A line break would let two different draws hash the same three lines.
            Require(!string.IsNullOrEmpty(text) && !text.Contains('\n', StringComparison.Ordinal), $"« {text} » is empty or has a line break.");
        }

        Unique(request.Slots, "slot");
        Unique(request.Workshops.Select(workshop => workshop.Id), "workshop");
        Unique(request.Ballots.Select(ballot => ballot.PersonId), "person");
        foreach (var workshop in request.Workshops)
        {
            Require(request.Slots.Contains(workshop.SlotId), $"Workshop « {workshop.Id} » is in slot « {workshop.SlotId} », which does not exist.");
            Require(workshop.Capacity >= 0, $"Workshop « {workshop.Id} » has {workshop.Capacity} seats.");
        }

        var slots = request.Workshops.ToDictionary(workshop => workshop.Id, workshop => workshop.SlotId);
        foreach (var ballot in request.Ballots)
        {
            Check(ballot, request.Slots, slots);
        }
    }

    private static void Check(WishBallot ballot, IReadOnlyList<string> slots, Dictionary<string, string> slotOf)
    {
        Require(ballot.Seats is >= 1 and <= WishBallot.MostSeats, $"« {ballot.PersonId} » asks for {ballot.Seats} seats; 1 to {WishBallot.MostSeats} are possible.");
        foreach (var (slot, wishes) in ballot.Wishes)
        {
            Require(slots.Contains(slot), $"« {ballot.PersonId} » has wishes for slot « {slot} », which does not exist.");
            Unique(wishes, $"wish of « {ballot.PersonId} »");
            var misplaced = wishes.FirstOrDefault(wish => slotOf.GetValueOrDefault(wish) != slot);
            Require(misplaced is null, $"« {ballot.PersonId} » wishes « {misplaced} », which is not in slot « {slot} ».");
        }
    }

    private static void Unique(IEnumerable<string> ids, string what)
    {
        var seen = new HashSet<string>();
        var twice = ids.FirstOrDefault(id => !seen.Add(id));
        Require(twice is null, $"The {what} « {twice} » is there twice.");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}

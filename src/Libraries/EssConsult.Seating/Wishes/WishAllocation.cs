namespace EssConsult.Seating.Wishes;

/// <summary>Places people in workshops by their ranked wishes, slot by slot in order of time. The same request gives the same result on every machine.</summary>
public static class WishAllocation
{
    /// <exception cref="ArgumentException">The request contradicts itself; the message says where.</exception>
    public static WishResult Allocate(WishRequest request)
    {
        WishRules.Check(request);
        var day = new Day(request);
        var slots = new List<(SlotMarket Slot, string?[] Seats)>();
        foreach (var id in request.Slots)
        {
            var slot = day.Open(id);
            var seats = DeferredAcceptance.Run(slot);
            day.Close(slot, seats);
            slots.Add((slot, seats));
        }

        var filled = request.FillRemainingSeats ? slots.ConvertAll(pair => RemainingSeats.Fill(pair.Slot, pair.Seats, day)) : null;
        var ballots = request.Ballots.ToDictionary(ballot => ballot.PersonId);
        var placements = slots.SelectMany((pair, index) => Explanation.Of(pair.Slot, pair.Seats, filled?[index], ballots));
        return new WishResult([.. placements], [.. slots.SelectMany(pair => Stability.In(pair.Slot, pair.Seats))]);
    }
}

namespace EssConsult.Seating.Wishes;

/// <summary>Turns seats into placements that say why.</summary>
internal static class Explanation
{
    public static IEnumerable<Placement> Of(SlotMarket slot, string?[] seats, string?[]? filled, Dictionary<string, WishBallot> ballots)
    {
        var cutOffs = slot.Capacities.Keys.ToDictionary(workshop => workshop, workshop => slot.Holders(workshop, seats).Select(holder => (int?)slot.NumberOf(holder, workshop)).Max());
        for (var index = 0; index < slot.Candidates.Count; index++)
        {
            var (candidate, obtained) = (index, seats[index]);
            var wishes = ballots[slot.Candidates[index].PersonId].Wishes[slot.Id];
            int? rank = obtained is null ? null : wishes.TakeWhile(wish => wish != obtained).Count() + 1;
            var outcomes = wishes.Select((wish, place) =>
            {
                var left = slot.SeatsFor(candidate, wish, seats);
                return new WishOutcome(wish, place + 1, FateOf(slot.Candidates[candidate], wish, place + 1, rank, left), slot.NumberOf(candidate, wish), cutOffs[wish], left);
            });
            yield return new Placement(slot.Candidates[index].PersonId, slot.Id, obtained ?? filled?[index], rank, filled?[index] is not null, [.. outcomes]);
        }
    }

    private static WishFate FateOf(Candidate candidate, string wish, int place, int? rank, int seatsLeft) =>
        place == rank ? WishFate.Obtained
        : !candidate.Wishes.Contains(wish) ? WishFate.TopicObtained
        : place > rank ? WishFate.NotNeeded
        : seatsLeft >= candidate.Seats ? WishFate.Unsettled
        : seatsLeft > 0 ? WishFate.TooFewSeats
        : WishFate.Full;
}

using CsCheck;
using EssConsult.Seating.Wishes;

namespace EssConsult.Seating.Tests.Wishes;

/// <summary>Small made-up days, in which seats are scarce, and topics come back in later slots.</summary>
internal static class Fair
{
    public static readonly Gen<WishRequest> Singles = Requests(mostSeats: 1, Gen.Const(LotteryScope.Slot).Or(Gen.Const(LotteryScope.Workshop)));

    public static readonly Gen<WishRequest> GroupsInOneLottery = Requests(mostSeats: 4, Gen.Const(LotteryScope.Slot));

    public static readonly Gen<WishRequest> GroupsInManyLotteries = Requests(mostSeats: 4, Gen.Const(LotteryScope.Workshop));

    /// <summary>Workshops 0 to 7 in each of three slots, 15 to 60 seats, and topics that repeat; people prefer what is popular.</summary>
    public static WishRequest Plenary(int people, string seed)
    {
        var random = new Random(seed.Length + people);
        string[] slots = ["1 morning", "2 noon", "3 evening"];
        Workshop[] workshops = [.. slots.SelectMany(slot => Enumerable.Range(0, 8).Select(topic => new Workshop($"{slot} {topic}", slot, $"topic {topic}", random.Next(15, 61))))];
        return new WishRequest
        {
            Seed = seed, Slots = slots, Workshops = workshops, FillRemainingSeats = true,
            Ballots = [.. Enumerable.Range(0, people).Select(number => new WishBallot
            {
                PersonId = $"person {number}",
                Wishes = slots.ToDictionary(slot => slot, slot => (IReadOnlyList<string>)[.. workshops.Where(workshop => workshop.SlotId == slot)
                    .OrderBy(workshop => random.NextDouble() * (4 + workshop.TopicId[^1] - '0')).Take(5).Select(workshop => workshop.Id)]),
            })],
        };
    }

    private static Gen<WishRequest> Requests(int mostSeats, Gen<LotteryScope> lottery) =>
        from seed in Gen.Int[0, 1000]
        from slots in Gen.Int[1, 3]
        from people in Gen.Int[1, 12]
        from capacities in Gen.Int[0, 5].Array[slots * 4]
        from seats in Gen.Int[1, mostSeats].Array[people]
        from order in Gen.Shuffle(new[] { 0, 1, 2, 3 }).Array[people * slots]
        from length in Gen.Int[-1, 4].Array[people * slots]
        from scope in lottery
        from makesUp in Gen.Bool
        from fills in Gen.Bool
        select new WishRequest
        {
            Seed = $"seed {seed}", Lottery = scope, MakeUpForEarlierSlots = makesUp, FillRemainingSeats = fills,
            Slots = [.. Enumerable.Range(0, slots).Select(slot => $"s{slot}")],
            Workshops = [.. capacities.Select((capacity, index) => new Workshop($"w{index}", $"s{index / 4}", $"t{index % 4}", capacity))],
            Ballots = [.. seats.Select((count, person) => new WishBallot
            {
                PersonId = $"p{person}", Seats = count,
                Wishes = Enumerable.Range(0, slots).Where(slot => length[(person * slots) + slot] >= 0).ToDictionary(
                    slot => $"s{slot}",
                    slot => (IReadOnlyList<string>)[.. order[(person * slots) + slot].Take(length[(person * slots) + slot]).Select(topic => $"w{(slot * 4) + topic}")]),
            })],
        };

    private static Gen<T> Or<T>(this Gen<T> one, Gen<T> other) => Gen.OneOf(one, other);
}

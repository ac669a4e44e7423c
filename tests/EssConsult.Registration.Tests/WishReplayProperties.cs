using System.Text.Json;
using CsCheck;
using EssConsult.Registration.Wishes;
using EssConsult.Seating.Wishes;

namespace EssConsult.Registration.Tests;

public sealed class WishReplayProperties
{
    private static readonly Gen<WishRequest> Requests =
        from people in Gen.Int[1, 12]
        from capacities in Gen.Int[0, 4].Array[4]
        from seats in Gen.Int[1, 3].Array[people]
        from orders in Gen.Shuffle(Enumerable.Range(0, 4).ToArray()).Array[people]
        from lengths in Gen.Int[0, 2].Array[people]
        from fills in Gen.Bool
        from seed in Gen.Int[0, 1_000_000]
        select new WishRequest
        {
            Seed = $"graine {seed}", FillRemainingSeats = fills, Slots = ["1er tour", "2e tour"],
            Workshops = [.. capacities.Select((capacity, number) => new Workshop($"atelier-{number}", number < 2 ? "1er tour" : "2e tour", $"sujet {number % 2}", capacity))],
            Ballots = [.. Enumerable.Range(0, people).Select(person => new WishBallot { PersonId = $"personne-{person}", Seats = seats[person], Wishes = WishesOf(orders[person], lengths[person]) })],
        };

    [Fact]
    public void What_is_kept_of_a_draw_is_enough_to_do_it_again() => Requests.Sample(request =>
    {
        var run = new WishRun { EventId = "e", Seed = request.Seed, Input = JsonSerializer.Serialize(request), Result = JsonSerializer.Serialize(WishAllocation.Allocate(request)), CreatedById = "p" };
        return WishRuns.IsReplayed(run) && WishRuns.ResultOf(run).Placements.Count == WishAllocation.Allocate(request).Placements.Count;
    });

    [Fact]
    public void Nobody_s_place_depends_on_the_order_in_which_people_answered() => Requests.Sample(request =>
        JsonSerializer.Serialize(WishAllocation.Allocate(request)) == JsonSerializer.Serialize(WishAllocation.Allocate(request with { Ballots = [.. request.Ballots.Reverse()] })));

    [Fact]
    public void Another_seed_does_not_stand_the_check() => Requests.Where(request => request.Ballots.Any(ballot => ballot.Wishes["1er tour"].Count > 0) && request.Ballots.Count > 6).Sample(request =>
    {
        var other = request with { Seed = request.Seed + " bis" };
        var run = new WishRun { EventId = "e", Seed = request.Seed, Input = JsonSerializer.Serialize(other), Result = JsonSerializer.Serialize(WishAllocation.Allocate(request)), CreatedById = "p" };
        var numbers = WishAllocation.Allocate(request).Placements.SelectMany(placement => placement.Wishes).Select(wish => wish.LotteryNumber);
        return numbers.SequenceEqual(WishAllocation.Allocate(other).Placements.SelectMany(placement => placement.Wishes).Select(wish => wish.LotteryNumber)) || !WishRuns.IsReplayed(run);
    });

    private static Dictionary<string, IReadOnlyList<string>> WishesOf(int[] order, int length) => new()
    {
        ["1er tour"] = [.. order.Where(number => number < 2).Take(length).Select(number => $"atelier-{number}")],
        ["2e tour"] = [.. order.Where(number => number >= 2).Take(length).Select(number => $"atelier-{number}")],
    };
}

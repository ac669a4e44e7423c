using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using EssConsult.Seating.Wishes;

namespace EssConsult.Seating.Tests.Wishes;

public sealed class AllocationTests(ITestOutputHelper output)
{
    [Fact]
    public void The_same_seed_gives_the_same_result_whatever_the_order_of_people_and_workshops() =>
        Gen.Select(Gen.OneOf(Fair.Singles, Fair.GroupsInOneLottery, Fair.GroupsInManyLotteries), Gen.Int).Sample((request, order) =>
        {
            var random = new Random(order);
            var shuffled = request with { Ballots = [.. request.Ballots.OrderBy(_ => random.Next())], Workshops = [.. request.Workshops.OrderBy(_ => random.Next())] };
            return JsonSerializer.Serialize(WishAllocation.Allocate(shuffled)) == JsonSerializer.Serialize(WishAllocation.Allocate(request));
        });

    [Fact]
    public void Another_seed_gives_somebody_else_the_seat() =>
        Enumerable.Range(0, 20).Select(seed => WishAllocation.Allocate(Days.TwoForOneSeat with { Seed = $"{seed}" }).Placements.Single(placement => placement.Rank == 1).PersonId)
            .Distinct().Count().ShouldBe(2);

    [Fact]
    public void Nobody_gains_by_hiding_a_wish_within_one_slot() => Fair.Singles.Where(request => request.Slots.Count == 1).Sample(request =>
    {
        var ballot = request.Ballots[0];
        if (!ballot.Wishes.TryGetValue("s0", out var sincere))
        {
            return true;
        }

        int RankWith(IReadOnlyList<string> wishes)
        {
            var lied = request with { Ballots = [ballot with { Wishes = new Dictionary<string, IReadOnlyList<string>> { ["s0"] = wishes } }, .. request.Ballots.Skip(1)] };
            var seat = WishAllocation.Allocate(lied).Placements.Single(placement => placement.PersonId == ballot.PersonId);
            return seat.Rank is null ? int.MaxValue : sincere.ToList().IndexOf(seat.WorkshopId!);
        }

        return Enumerable.Range(0, sincere.Count).All(start => RankWith(sincere) <= RankWith([.. sincere.Skip(start)]) && RankWith(sincere) <= RankWith([.. sincere.Skip(start).Reverse()]));
    });

    [Fact]
    public void Who_was_refused_in_one_slot_goes_first_in_the_next_if_so_decided()
    {
        var people = Enumerable.Range(0, 10).Select(number => new WishBallot
        {
            PersonId = $"p{number}",
            Wishes = new Dictionary<string, IReadOnlyList<string>> { ["am"] = ["a"], ["pm"] = ["b"] },
        });
        var request = new WishRequest
        {
            Seed = "x", Slots = ["am", "pm"], MakeUpForEarlierSlots = true, Ballots = [.. people], Workshops = [new("a", "am", "a", 5), new("b", "pm", "b", 5)],
        };

        var seats = WishAllocation.Allocate(request).Placements.Where(placement => placement.Rank == 1);

        seats.Select(seat => seat.PersonId).Order(StringComparer.Ordinal).ShouldBe(people.Select(person => person.PersonId));
    }

    [Fact]
    public void A_topic_obtained_in_the_morning_is_left_out_in_the_evening()
    {
        var wishes = new Dictionary<string, IReadOnlyList<string>> { ["am"] = ["bread am"], ["pm"] = ["bread pm", "cheese"] };
        var request = new WishRequest
        {
            Seed = "x", Slots = ["am", "pm"], Ballots = [new() { PersonId = "Ana", Wishes = wishes }],
            Workshops = [new("bread am", "am", "bread", 9), new("bread pm", "pm", "bread", 9), new("cheese", "pm", "cheese", 9)],
        };

        var evening = WishAllocation.Allocate(request).Placements[1];

        (evening.WorkshopId, evening.Rank).ShouldBe(("cheese", 2));
        evening.Wishes.Select(wish => wish.Fate).ShouldBe([WishFate.TopicObtained, WishFate.Obtained]);
    }

    [Fact]
    public void Who_attends_without_a_seat_gets_one_that_is_left_only_if_so_decided()
    {
        var request = Days.OneSlot([new("full", "am", "full", 1), new("empty", "am", "empty", 2)], Days.Alone("Ana", "full"), Days.Alone("Bruno", "full"), Days.Alone("Chloé"));
        request = request with { Ballots = [.. request.Ballots, new() { PersonId = "Denis, who does not come", Wishes = new Dictionary<string, IReadOnlyList<string>>() }] };

        var strict = WishAllocation.Allocate(request).Placements;
        var filled = WishAllocation.Allocate(request with { FillRemainingSeats = true }).Placements;

        strict.Count(placement => placement.WorkshopId is null).ShouldBe(2);
        filled.Count.ShouldBe(3);
        filled.Count(placement => placement is { Filled: true, WorkshopId: "empty", Rank: null }).ShouldBe(2);
        filled.Count(placement => placement is { Filled: false, WorkshopId: "full", Rank: 1 }).ShouldBe(1);
    }

    [Fact]
    public void A_day_of_300_people_and_24_workshops_is_stable_and_most_get_one_of_their_first_two_wishes()
    {
        var request = Fair.Plenary(300, "published on 14 March");
        WishAllocation.Allocate(request);
        var watch = Stopwatch.StartNew();

        var result = WishAllocation.Allocate(request);

        output.WriteLine($"300 people × 3 slots × 8 workshops: {watch.ElapsedMilliseconds} ms");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        var firstTwo = result.Placements.Count(placement => placement.Rank <= 2);
        output.WriteLine($"one of the first two wishes: {firstTwo} of {result.Placements.Count}; a seat by wish: {result.Placements.Count(placement => placement.Rank is not null)}");
        Stability.FindBlockingPairs(request, result.Placements).ShouldBeEmpty();
        firstTwo.ShouldBeGreaterThanOrEqualTo(result.Placements.Count * 2 / 3);
    }
}

using CsCheck;
using EssConsult.Seating.Wishes;

namespace EssConsult.Seating.Tests.Wishes;

public sealed class StabilityTests
{
    [Fact]
    public void Nobody_who_comes_alone_and_no_workshop_would_rather_have_each_other() => Fair.Singles.Sample(IsStable);

    [Fact]
    public void With_one_lottery_a_slot_no_group_blocks_either() => Fair.GroupsInOneLottery.Sample(IsStable);

    [Fact]
    public void Groups_with_a_lottery_a_workshop_get_what_is_possible_and_the_rest_is_listed()
    {
        var unstable = 0;
        Fair.GroupsInManyLotteries.Sample(
            request =>
            {
                var result = WishAllocation.Allocate(request);
                unstable += result.BlockingPairs.Count > 0 ? 1 : 0;
                return Stability.FindBlockingPairs(request, result.Placements).SequenceEqual(result.BlockingPairs) && BlockingPairs(request, result).SetEquals(result.BlockingPairs);
            },
            iter: 2_000, threads: 1);

        unstable.ShouldBeLessThan(20);
    }

    [Fact]
    public void No_workshop_is_overfull_and_nobody_hears_a_topic_twice() => Gen.OneOf(Fair.Singles, Fair.GroupsInOneLottery, Fair.GroupsInManyLotteries).Sample(request =>
    {
        var placed = WishAllocation.Allocate(request).Placements.Where(placement => placement.WorkshopId is not null).ToList();
        var seats = request.Ballots.ToDictionary(ballot => ballot.PersonId, ballot => ballot.Seats);
        var topics = request.Workshops.ToDictionary(workshop => workshop.Id, workshop => workshop.TopicId);
        return request.Workshops.All(workshop => placed.Where(placement => placement.WorkshopId == workshop.Id).Sum(placement => seats[placement.PersonId]) <= workshop.Capacity)
            && placed.GroupBy(placement => (placement.PersonId, topics[placement.WorkshopId!])).All(same => same.Count() == 1)
            && placed.All(placement => request.Workshops.Single(workshop => workshop.Id == placement.WorkshopId).SlotId == placement.SlotId);
    });

    [Fact]
    public void A_pair_that_was_forced_apart_is_found()
    {
        var request = Days.TwoForOneSeat;
        var result = WishAllocation.Allocate(request);
        var winner = result.Placements.Single(placement => placement.WorkshopId is not null).PersonId;

        var empty = result.Placements.Select(placement => placement with { WorkshopId = null, Rank = null });
        var swapped = result.Placements.Select(placement => placement with { WorkshopId = placement.WorkshopId is null ? "only" : null });

        Stability.FindBlockingPairs(request, empty).Count.ShouldBe(2);
        Stability.FindBlockingPairs(request, swapped).ShouldBe([new BlockingPair(winner, "only")]);
    }

    private static bool IsStable(WishRequest request)
    {
        var result = WishAllocation.Allocate(request);
        return result.BlockingPairs.Count == 0 && Stability.FindBlockingPairs(request, result.Placements).Count == 0 && BlockingPairs(request, result).Count == 0;
    }

    /// <summary>The definition again, from the published trace alone.</summary>
    private static HashSet<BlockingPair> BlockingPairs(WishRequest request, WishResult result)
    {
        var seats = request.Ballots.ToDictionary(ballot => ballot.PersonId, ballot => ballot.Seats);
        var capacities = request.Workshops.ToDictionary(workshop => workshop.Id, workshop => workshop.Capacity);
        var holders = result.Placements.Where(placement => placement.Rank is not null)
            .Select(placement => (placement.PersonId, placement.WorkshopId, Number: placement.Wishes[placement.Rank!.Value - 1].LotteryNumber)).ToLookup(holder => holder.WorkshopId);
        return
        [
            .. from placement in result.Placements
               from wish in placement.Wishes
               where wish.Fate != WishFate.TopicObtained && wish.Rank < (placement.Rank ?? int.MaxValue)
               let better = holders[wish.WorkshopId].Where(holder => holder.Number < wish.LotteryNumber).Sum(holder => seats[holder.PersonId])
               where capacities[wish.WorkshopId] - better >= seats[placement.PersonId]
               select new BlockingPair(placement.PersonId, wish.WorkshopId),
        ];
    }
}

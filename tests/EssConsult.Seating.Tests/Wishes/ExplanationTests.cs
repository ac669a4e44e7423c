using CsCheck;
using EssConsult.Seating.Wishes;

namespace EssConsult.Seating.Tests.Wishes;

public sealed class ExplanationTests
{
    [Fact]
    public void Who_comes_alone_and_was_refused_has_a_number_after_the_last_one_seated() => Fair.Singles.Sample(request =>
        WishAllocation.Allocate(request).Placements.SelectMany(placement => placement.Wishes)
            .Where(wish => wish.Fate is not (WishFate.Obtained or WishFate.NotNeeded or WishFate.TopicObtained))
            .All(wish => wish is { Fate: WishFate.Full, SeatsLeft: 0 } && wish.LotteryNumber > (wish.CutOff ?? 0)));

    [Fact]
    public void Each_wish_is_explained_and_the_rank_is_the_place_on_the_ballot() => Fair.GroupsInOneLottery.Sample(request =>
    {
        var ballots = request.Ballots.ToDictionary(ballot => ballot.PersonId);
        return WishAllocation.Allocate(request).Placements.All(placement =>
            placement.Wishes.Select(wish => wish.WorkshopId).SequenceEqual(ballots[placement.PersonId].Wishes[placement.SlotId])
            && placement.Wishes.Count(wish => wish.Fate == WishFate.Obtained) == (placement.Rank is null ? 0 : 1)
            && (placement.Rank is not { } rank || placement.Wishes[rank - 1].WorkshopId == placement.WorkshopId)
            && placement.Wishes.Where(wish => wish.Fate is WishFate.Full or WishFate.TooFewSeats).All(wish => wish.SeatsLeft < ballots[placement.PersonId].Seats));
    });

    [Fact]
    public void A_group_too_large_for_what_is_left_reads_how_many_seats_there_were()
    {
        string[] people = ["Ana", "Bruno", "Chloé"];
        var numbers = LotteryDraw.Numbers("2027-03-14", "am", people);
        var order = people.OrderBy(person => numbers[person]).ToArray();
        var request = Days.OneSlot([new("kitchen", "am", "kitchen", 3)], Days.Group(order[0], 2, "kitchen"), Days.Group(order[1], 2, "kitchen"), Days.Group(order[2], 1, "kitchen"));

        var outcomes = WishAllocation.Allocate(request).Placements.ToDictionary(placement => placement.PersonId, placement => placement.Wishes.Single());

        outcomes[order[0]].Fate.ShouldBe(WishFate.Obtained);
        outcomes[order[1]].ShouldBe(new WishOutcome("kitchen", 1, WishFate.TooFewSeats, 2, 3, 1));
        outcomes[order[2]].Fate.ShouldBe(WishFate.Obtained);
    }
}

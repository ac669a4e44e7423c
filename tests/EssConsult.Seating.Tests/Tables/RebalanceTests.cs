using CsCheck;
using EssConsult.Seating.Tables;

namespace EssConsult.Seating.Tests.Tables;

public sealed class RebalanceTests
{
    private static readonly IReadOnlyList<Participant> Invited = Assembly.Of(48, 3);
    private static readonly TablePlan Planned = TablePlanner.Plan(new TableRequest { People = Invited, Tables = 6, Rounds = 3, Seed = 3 });

    [Fact]
    public void When_everybody_comes_nobody_is_moved()
    {
        var balanced = TablePlanner.Plan(new TableRequest { People = Assembly.Of(300, 1), Tables = 38, Seed = 1 });

        var door = TablePlanner.Rebalance(balanced, new RebalanceRequest { Present = Assembly.Of(300, 1) });

        door.Rounds[0].Tables.ShouldBe(balanced.Rounds[0].Tables);
        door.Report.Rounds[0].Moved.ShouldBe(0);
    }

    [Fact]
    public void A_round_that_has_taken_place_stays_and_its_encounters_count()
    {
        Participant[] present = [.. Invited.Skip(6)];

        var door = TablePlanner.Rebalance(Planned, new RebalanceRequest { Present = present, FirstRound = 1 });

        door.Rounds[0].ShouldBe(Planned.Rounds[0]);
        door.Rounds.Skip(1).ShouldAllBe(round => round.Tables.Sum(table => table.Count) == 42);
        door.Report.Rounds[0].ShouldBe(Planned.Report.Rounds[0]);
        door.Report.RepeatedEncounters.ShouldBe(door.Report.Encounters - (int)Math.Round(Audit.NewEncounters(door.Rounds) * door.Report.Encounters));
    }

    [Fact]
    public void Tables_close_where_fewest_are_present_until_the_others_reach_the_minimum()
    {
        var absent = Planned.Rounds[0].Tables[2].Skip(1).Concat(Planned.Rounds[0].Tables[4].Skip(3)).ToHashSet();
        Participant[] present = [.. Invited.Where(person => !absent.Contains(person.Id))];

        var sizes = TablePlanner.Rebalance(Planned, new RebalanceRequest { Present = present, MinimumSize = 7 }).Rounds[0].Tables.Select(table => table.Count).ToList();

        (sizes[2], sizes.Sum()).ShouldBe((0, 36));
        sizes.Where(size => size > 0).ShouldBe([7, 7, 7, 7, 8], ignoreOrder: true);
    }

    [Fact]
    public void Nobody_is_moved_when_no_move_is_allowed_and_newcomers_take_the_free_seats()
    {
        Participant[] present = [.. Invited.Skip(3), .. Assembly.Of(3, 9, "walk-in ")];

        var door = TablePlanner.Rebalance(Planned, new RebalanceRequest { Present = present, MostMoved = 0 });

        door.Report.Rounds.ShouldAllBe(round => round.Moved == 0);
        door.Rounds.ShouldAllBe(round => round.Tables.Sum(table => table.Count) == 48 && round.Tables.Max(table => table.Count) == 8);
    }

    [Fact]
    public void Whoever_comes_everybody_has_one_seat_and_no_more_are_moved_than_allowed() =>
        Gen.Select(Gen.Bool.Array[Invited.Count], Gen.Int[0, 20], Gen.Double[0, 1], Gen.Int[0, 1000]).Sample(
            (comes, newcomers, most, seed) =>
            {
                Participant[] present = [.. Invited.Where((_, index) => comes[index]), .. Assembly.Of(newcomers + 1, seed, "walk-in ")];

                var door = TablePlanner.Rebalance(Planned, new RebalanceRequest { Present = present, MinimumSize = 1, MostMoved = most, Seed = seed });

                foreach (var ((before, after), report) in Planned.Rounds.Zip(door.Rounds).Zip(door.Report.Rounds))
                {
                    Audit.EverybodyHasOneSeat(present, after);
                    report.Moved.ShouldBe(Audit.Moved(before, after));
                    report.WorstDeviation.ShouldBe(Audit.WorstDeviation(present, after), 1e-9);
                    report.Moved.ShouldBeLessThanOrEqualTo(Math.Max((int)(most * present.Length), Forced(after)));
                }
            },
            iter: 20);

    [Fact]
    public void A_single_person_who_comes_has_a_table() =>
        TablePlanner.Rebalance(Planned, new RebalanceRequest { Present = [Invited[0]] }).Rounds[0].Tables.Count(table => table.Count > 0).ShouldBe(1);

    // A table that nobody came to is filled to the minimum, here one person.
    private static int Forced(TableRound round) => round.Tables.Count(table => table.Count == 1);

    public static TheoryData<string, RebalanceRequest> Wrong
    {
        get
        {
            var good = new RebalanceRequest { Present = Invited };
            return new()
            {
                { "Nobody", good with { Present = [] } },
                { "minimum of 0", good with { MinimumSize = 0 } },
                { "between 0 and 1", good with { MostMoved = 1.1 } },
                { "between 0 and 1", good with { MostMoved = double.NaN } },
                { "3 rounds", good with { FirstRound = 3 } },
                { "1 tables of 6", good with { Seats = [100] } },
                { "48 people have 42 seats", good with { Seats = [7, 7, 7, 7, 7, 7] } },
                { "7 seats for 8", good with { Seats = [7, 8, 8, 8, 8, 9] } },
            };
        }
    }

    [Theory, MemberData(nameof(Wrong))]
    public void A_request_that_contradicts_itself_or_the_plan_is_refused_with_the_reason(string reason, RebalanceRequest request) =>
        Should.Throw<ArgumentException>(() => TablePlanner.Rebalance(Planned, request)).Message.ShouldContain(reason);
}

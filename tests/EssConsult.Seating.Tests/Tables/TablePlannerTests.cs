using System.Text.Json;
using CsCheck;
using EssConsult.Seating.Tables;

namespace EssConsult.Seating.Tests.Tables;

public sealed class TablePlannerTests
{
    [Fact]
    public void The_same_seed_gives_the_same_plan_whatever_the_order_of_people()
    {
        var request = new TableRequest { People = Assembly.Of(60, 7), Tables = 8, Rounds = 3, Seed = 7 };

        var again = TablePlanner.Plan(request with { People = [.. request.People.Reverse()] });

        JsonSerializer.Serialize(again).ShouldBe(JsonSerializer.Serialize(TablePlanner.Plan(request)));
        JsonSerializer.Serialize(again).ShouldNotBe(JsonSerializer.Serialize(TablePlanner.Plan(request with { Seed = 8 })));
    }

    [Fact]
    public void Everybody_has_one_seat_and_the_report_says_what_a_recount_finds() =>
        Gen.Select(Gen.Int[1, 24], Gen.Int[1, 6], Gen.Int[1, 3], Gen.Int[0, 1000]).Sample(
            (count, tables, rounds, seed) =>
            {
                var people = Assembly.Of(count, seed);

                var plan = TablePlanner.Plan(new TableRequest { People = people, Tables = tables, Rounds = rounds, Seed = seed });

                plan.Rounds.Count.ShouldBe(rounds);
                foreach (var (round, report) in plan.Rounds.Zip(plan.Report.Rounds))
                {
                    Audit.EverybodyHasOneSeat(people, round);
                    (round.Tables.Max(table => table.Count) - round.Tables.Min(table => table.Count)).ShouldBeLessThanOrEqualTo(1);
                    report.WorstDeviation.ShouldBe(Audit.WorstDeviation(people, round), 1e-9);
                    report.SameOrganisationPairs.ShouldBe(Audit.SameOrganisationPairs(people, round));
                    report.Verdict.ShouldBe(report.WorstDeviation <= 1 + 1e-9 ? BalanceVerdict.Balanced : report.Verdict == BalanceVerdict.Balanced ? BalanceVerdict.Undecided : report.Verdict);
                }

                if (plan.Report.Encounters > 0)
                {
                    plan.Report.ShareOfNewEncounters.ShouldBe(Audit.NewEncounters(plan.Rounds), 1e-9);
                }
            },
            iter: 60);

    [Fact]
    public void Seats_that_are_given_are_filled_as_evenly_as_they_allow()
    {
        var plan = TablePlanner.Plan(new TableRequest { People = Assembly.Of(20, 1), Tables = 4, Seats = [10, 3, 0, 10] });

        plan.Rounds[0].Tables.Select(table => table.Count).ShouldBe([9, 3, 0, 8], ignoreOrder: true);
        plan.Rounds[0].Tables[1].Count.ShouldBe(3);
    }

    [Fact]
    public void An_organisation_with_more_people_than_tables_is_spread_as_thinly_as_possible()
    {
        Participant[] people = [.. Enumerable.Range(0, 60).Select(number => new Participant($"p{number}", number < 25 ? "large" : number < 35 ? "small" : null, new Dictionary<string, string>()))];

        var report = TablePlanner.Plan(new TableRequest { People = people, Tables = 10, Rounds = 2 }).Report.Rounds;

        // 25 at 10 tables: five tables of three, that is three pairs each, and five of two.
        report.ShouldAllBe(round => round.SameOrganisationPairs == 20 && round.UnavoidablePairs == 20);
    }

    [Fact]
    public void An_unknown_trait_is_not_balanced()
    {
        Participant[] people = [.. Enumerable.Range(0, 12).Select(number => new Participant($"p{number}", null, number < 3 ? new Dictionary<string, string> { ["sector"] = "culture" } : []))];

        var trait = TablePlanner.Plan(new TableRequest { People = people, Tables = 3 }).Report.Rounds[0].Traits.ShouldHaveSingleItem();

        (trait.Trait, trait.Value, trait.Count, trait.Worst).ShouldBe(("sector", "culture", 3, 0));
    }

    public static TheoryData<string, TableRequest> Wrong
    {
        get
        {
            var good = new TableRequest { People = Assembly.Of(4, 1), Tables = 2 };
            return new()
            {
                { "Nobody", good with { People = [] } },
                { "0 tables", good with { Tables = 0 } },
                { "0 rounds", good with { Rounds = 0 } },
                { "3 tables of 2", good with { Seats = [2, 2, 2] } },
                { "fewer than 0", good with { Seats = [5, -1] } },
                { "4 people have 3 seats", good with { Seats = [1, 2] } },
                { "twice", good with { People = [.. good.People, good.People[0]] } },
                { "no id", good with { People = [good.People[0] with { Id = string.Empty }] } },
            };
        }
    }

    [Theory, MemberData(nameof(Wrong))]
    public void A_request_that_contradicts_itself_is_refused_with_the_reason(string reason, TableRequest request) =>
        Should.Throw<ArgumentException>(() => TablePlanner.Plan(request)).Message.ShouldContain(reason);
}

using System.Text.Json;
using EssConsult.Ledger;

namespace EssConsult.Tally.Tests;

/// <summary>Rules as files, ballots by their fate, ties.</summary>
public sealed class RuleTests
{
    [Fact]
    public void A_rule_is_the_same_bytes_whoever_writes_it_and_comes_back()
    {
        var rule = new TallyRule
        {
            Method = TallyMethod.EqualShares, Budget = 1_000_000, Costs = new Dictionary<string, long> { ["b"] = 2, ["a"] = 1 }, Utility = Utility.Cost, Completion = Completion.RaiseUntilOverspent,
            Increment = new Fraction(1, 2), Ties = new TieBreak("seed"), Quorum = new Quorum(new Fraction(1, 4)),
        };
        var text = CanonicalJson.Text(TallyJson.Element(rule));

        text.ShouldBe("""{"budget":1000000,"completion":"raiseUntilOverspent","costs":{"a":1,"b":2},"increment":"1/2","method":"equalShares","quorum":{"needed":"1/4","of":"electorate"},"ties":{"seed":"seed"},"utility":"cost"}""");
        CanonicalJson.Text(TallyJson.Element(TallyJson.ReadRule(text))).ShouldBe(text);
        Should.Throw<JsonException>(() => TallyJson.ReadRule("""{"method":"approval","seats":2,"bribe":1}"""));
    }

    [Fact]
    public void A_result_comes_back_from_its_bytes()
    {
        var text = CanonicalJson.Text(TallyJson.Element(Box.Ranked("ABC", (2, "AB=C"), (1, "CB")).Count(TallyMethod.Schulze)));

        CanonicalJson.Text(TallyJson.Element(TallyJson.ReadResult(text))).ShouldBe(text);
    }

    [Fact]
    public void A_rule_says_what_it_lacks_and_what_it_does_not_read()
    {
        var options = Box.Of("AB").Options;

        new TallyRule { Method = TallyMethod.ChooseUpTo }.Faults(options).ShouldBe([new RuleFault("missing", "maxChoices")]);
        new TallyRule { Method = TallyMethod.Schulze, Budget = 3 }.Faults(options).ShouldBe([new RuleFault("superfluous", "budget")]);
        new TallyRule { Method = TallyMethod.Approval, Seats = 0, Majority = new Majority(new Fraction(3, 2)) }.Faults(options).ShouldBe([new RuleFault("range", "seats"), new RuleFault("range", "majority")]);
        new TallyRule { Method = TallyMethod.Greedy, Budget = 3, Fit = Fit.Skip, Costs = new Dictionary<string, long> { ["A"] = 1, ["Z"] = 1 } }.Faults(options).ShouldBe([new RuleFault("missing", "costs"), new RuleFault("unknown-option", "costs")]);
        new TallyRule { Method = TallyMethod.Motion }.Faults(options).ShouldBe([new RuleFault("range", "options")]);
        Should.Throw<ArgumentException>(() => Box.Of("AB").Count(TallyMethod.Motion));
        Should.Throw<ArgumentException>(() => Tallies.Count(new TallyRule { Method = TallyMethod.Approval, Quorum = new Quorum(new Fraction(1, 2)) }, Box.Of("AB")));
    }

    [Fact]
    public void Blank_spoiled_and_abstaining_ballots_are_cast_and_counted_apart()
    {
        var ballots = Box.Of("ABC", electorate: 20);
        ballots.AddApprovals(["A"], 3);
        ballots.AddApprovals(["A", "B"], 2);
        ballots.AddApprovals(["A", "B", "C"]);
        ballots.AddApprovals(Array.Empty<string>());
        ballots.AddBlank(2);
        ballots.AddMark(Mark.Abstain, 4);
        ballots.AddMark(Mark.For);
        ballots.AddSpoiled();
        var rule = new TallyRule { Method = TallyMethod.ChooseUpTo, MaxChoices = 2, Quorum = new Quorum(new Fraction(3, 4)) };

        var result = Tallies.Count(rule, ballots);

        result.Ballots.ShouldBe(new BallotCounts(15, 5, 3, 4, 3, 0));
        (result.Quorum, Box.Words(result.Winners)).ShouldBe((new QuorumVerdict(15, 15, true), "A"));
        var missed = Tallies.Count(rule with { Quorum = new Quorum(16, QuorumBase.Ballots) }, ballots);
        (missed.Quorum!.Reached, missed.Winners.Count, Box.Words(missed.Ranking)).ShouldBe((false, 0, "A B C"));
    }

    [Fact]
    public void A_majority_that_nobody_reaches_elects_nobody()
    {
        var ballots = Box.Approving("ABC", (4, "A"), (3, "B"), (2, "C"));
        var rule = new TallyRule { Method = TallyMethod.Plurality, Majority = Majority.Simple };

        Tallies.Count(rule, ballots).Majority.ShouldBe(new MajorityVerdict(9, new Fraction(9, 2), true, false));
        Tallies.Count(rule, ballots).Winners.ShouldBeEmpty();
        Tallies.Count(rule with { Majority = new Majority(new Fraction(4, 9)) }, ballots).Winners.ShouldBe(["A"]);
    }

    [Fact]
    public void Ties_are_listed_or_drawn_by_a_seed_that_anyone_can_check()
    {
        var ballots = Box.Approving("ABC", (2, "A"), (1, "B"), (1, "C"));
        var rule = new TallyRule { Method = TallyMethod.Approval, Seats = 2 };

        var listed = Tallies.Count(rule, ballots);
        (Box.Words(listed.Winners), Box.Words(listed.Tied), listed.Open).ShouldBe(("A", "BC", 1));

        var digests = new[] { "B", "C" }.OrderBy(id => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"nantes\n{id}"))), StringComparer.Ordinal);
        var drawn = Tallies.Count(rule with { Ties = new TieBreak("nantes") }, ballots);
        (Box.Words(drawn.Winners), drawn.Open).ShouldBe(("A" + digests.First(), 0));
        drawn.Trace.Single(step => step.Kind == TraceKind.TieDrawn).Options.ShouldBe(digests);
    }

    [Fact]
    public void Fractions_are_exact_reduced_and_read_back()
    {
        new Fraction(6, -4).ToString().ShouldBe("-3/2");
        (new Fraction(1, 3) + new Fraction(1, 6)).ShouldBe(new Fraction(1, 2));
        (default(Fraction) + 2).ShouldBe(2);
        new Fraction(1, 3).Approximately.ShouldBe(1 / 3d);
        (Fraction.TryParse("1/0", out _), Fraction.TryParse("1.5", out _), Fraction.TryParse("1/-2", out _), Fraction.TryParse(null, out _)).ShouldBe((false, false, false, false));
        Fraction.Parse("-4/6").ShouldBe(new Fraction(-2, 3));
    }

    [Fact]
    public void A_box_refuses_what_it_cannot_hold_and_stays_as_it_was()
    {
        var ballots = Box.Approving("AB", (1, "A"));

        Should.Throw<ArgumentException>(() => ballots.AddApprovals(["Z"]));
        Should.Throw<ArgumentException>(() => ballots.AddApprovals([0, 0]));
        Should.Throw<ArgumentException>(() => ballots.AddRanking([0, 2]));
        Should.Throw<ArgumentException>(() => ballots.AddRanking(new List<List<int>> { new() }));
        Should.Throw<ArgumentException>(() => ballots.AddGrades([(0, -1)]));
        Should.Throw<ArgumentException>(() => ballots.AddBlank(0));
        Should.Throw<ArgumentException>(() => ballots.AddMark(Mark.For, Ballots.MostWeight));
        (ballots.Rows, ballots.Total).ShouldBe((1, 1));
        ballots.AddApprovals(["B", "A"]);
        ballots[1].Data.ToArray().ShouldBe([0, 1]);
    }
}

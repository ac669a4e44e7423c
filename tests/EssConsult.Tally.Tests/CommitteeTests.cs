namespace EssConsult.Tally.Tests;

/// <summary>Committees elected by approvals: what abcvoting's authors expect of each rule, over all ways to break ties.</summary>
public sealed class CommitteeTests
{
    public static TheoryData<string> Names => ["instanceL0003", "instanceL0007", "instanceL0012", "instanceM0005", "instanceS0000", "instanceS0001"];

    [Theory, MemberData(nameof(Names))]
    public void Approval_elects_each_committee_that_some_draw_can_give(string name)
    {
        if (Fixtures.ReadCommittee(name) is { } committee)
        {
            var rule = new TallyRule { Method = TallyMethod.Approval, Seats = committee.Seats };

            Outcomes(rule, committee).ShouldBe(committee.Elected("av", false), ignoreOrder: true);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Equal_shares_elect_each_committee_under_each_completion(string name)
    {
        if (Fixtures.ReadCommittee(name) is not { } committee)
        {
            return;
        }

        var rule = Shares(committee, Completion.Phragmen) with { Fit = Fit.Skip };
        Outcomes(rule, committee).ShouldBe(committee.Elected("equal-shares", false), ignoreOrder: true);
        Outcomes(rule with { Completion = Completion.Greedy }, committee).ShouldBe(committee.Elected("equal-shares-with-av-completion", false), ignoreOrder: true);
    }

    /// <summary>Published for the alphabetical order of ties only.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Equal_shares_with_raised_shares_elect_the_committee_of_the_first_in_the_alphabet(string name)
    {
        if (Fixtures.ReadCommittee(name) is { } committee)
        {
            var seed = Enumerable.Range(0, 100_000).Select(number => $"alphabet {number}").First(seed => new TieBreak(seed).Places(committee.Ballots().Options).SequenceEqual(Enumerable.Range(0, committee.Options)));
            var rule = Shares(committee, Completion.RaiseUntilExhaustive) with { Increment = new Fraction(1, 1000), Ties = new TieBreak(seed) };

            string.Concat(Tallies.Count(rule, committee.Ballots()).Winners.Order(StringComparer.Ordinal)).ShouldBe(committee.Elected("equal-shares-with-increment-completion", true).Single());
        }
    }

    private static TallyRule Shares(Fixtures.Committee committee, Completion completion) => new()
    {
        Method = TallyMethod.EqualShares, Budget = committee.Seats, Utility = Utility.Cardinality, Completion = completion,
        Costs = committee.Ballots().Options.ToDictionary(option => option, _ => 1L),
    };

    private static HashSet<string> Outcomes(TallyRule rule, Fixtures.Committee committee)
    {
        var ballots = committee.Ballots();
        return [.. Enumerable.Range(0, 400).Select(seed => string.Concat(Tallies.Count(rule with { Ties = new TieBreak($"{seed}") }, ballots).Winners.Order(StringComparer.Ordinal)))];
    }
}

namespace EssConsult.Tally.Methods;

/// <summary>
/// The budget belongs to the voters in equal shares. An option is affordable when those who approve it can pay for it; they pay the same, or all they have left. Each
/// time the option is funded that costs its supporters least for a unit of utility; of equals the cheaper, then the more voted, then the drawn order, and without
/// a seed the count stops there. What shares leave over is spent as <see cref="Completion"/> says. Nothing approved is a blank ballot, and owns no share.
/// </summary>
/// <remarks>
/// Figures: votes, cost, funded (1 or 0). Trace: most, what a supporter pays at most, and price, that by utility; all exact. Source: D. Peters, G. Pierczyński and P. Skowron,
/// « Proportional Participatory Budgeting with Additive Utilities », NeurIPS 2021; for raised shares, P. Faliszewski and others, « Participatory Budgeting: Data, Tools, and Analysis », 2023.
/// </remarks>
internal sealed class EqualShares : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting) => ballot.Kind == BallotKind.Approvals;

    public override void Count(Counting counting)
    {
        var voters = new ShareOwners(counting);
        counting.Values(TraceKind.Counted, [], voters.Votes.Select((count, option) => (option, (Fraction)count)));
        counting.Ranking = counting.RankBy((a, b) => voters.Votes[a].CompareTo(voters.Votes[b]));
        var spending = new Spending(counting, [.. voters.Votes.Select(count => (Int128)count)]);
        if (counting.ValidVotes > 0)
        {
            var outcome = RaisedShares.Outcome(counting, voters);
            Explain(counting, outcome, spending);
            if (outcome.Undecided is not null)
            {
                counting.LeaveOpen(outcome.Undecided, 1);
            }
            else if (counting.Rule.Completion == Completion.Greedy)
            {
                counting.Say(TraceKind.Completion, [], ("left", spending.Left));
                spending.TakeMostVoted();
            }
            else if (counting.Rule.Completion == Completion.Phragmen)
            {
                counting.Say(TraceKind.Completion, [], ("left", spending.Left));
                new PhragmenCompletion(counting, voters, outcome.Run, spending).Run();
            }
        }

        spending.Close();
    }

    private static void Explain(Counting counting, SharesOutcome outcome, Spending spending)
    {
        counting.Say(TraceKind.Share, [], ("share", outcome.Share));
        foreach (var purchase in outcome.Purchases)
        {
            if (purchase.Drawn is { } drawn)
            {
                counting.Say(TraceKind.Tie, drawn.Order(), ("places", 1));
                counting.Say(TraceKind.TieDrawn, drawn, ("places", 1));
            }

            spending.Fund(purchase.Option, ("most", purchase.Most), ("price", purchase.Price));
        }

        if (outcome.Undecided is { } equals)
        {
            counting.Say(TraceKind.Tie, equals, ("places", 1));
        }
    }
}

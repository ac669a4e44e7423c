namespace EssConsult.Tally.Methods;

/// <summary>
/// Options are funded from the most voted (of equals, the cheaper) as long as the budget lasts; one that no longer fits is skipped, or ends it (<see cref="Fit"/>).
/// Equals of one cost that do not all fit: drawn, or left open. What nobody votes for is not funded. Votes are approvals, or the sum of scores on ballots that score.
/// Under <see cref="TallyMethod.Knapsack"/> a ballot whose approved options together cost more than the budget is spoiled.
/// </summary>
/// <remarks>Figures: votes, cost, funded (1 or 0). Source: A. Goel and others, « Knapsack Voting for Participatory Budgeting », ACM TEAC 7, 2019.</remarks>
internal sealed class Greedy : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting)
    {
        if (counting.Rule.Method == TallyMethod.Greedy)
        {
            return ballot.Kind is BallotKind.Approvals or BallotKind.Grades;
        }

        Int128 sum = 0;
        foreach (var option in ballot.Kind == BallotKind.Approvals ? ballot.Data : [])
        {
            sum += counting.CostOf(option);
        }

        return ballot.Kind == BallotKind.Approvals && sum <= counting.Rule.Budget!.Value;
    }

    public override void Count(Counting counting)
    {
        var votes = new Int128[counting.Options.Count];
        foreach (var row in counting.Valid)
        {
            var ballot = counting.Ballots[row];
            var step = ballot.Kind == BallotKind.Approvals ? 1 : 2;
            for (var place = 0; place < ballot.Data.Length; place += step)
            {
                votes[ballot.Data[place]] += step == 1 ? ballot.Count : Math.BigMul(ballot.Count, (long)ballot.Data[place + 1]);
            }
        }

        counting.Values(TraceKind.Counted, [], votes.Select((count, option) => (option, (Fraction)count)));
        counting.Ranking = counting.RankBy((a, b) => votes[a].CompareTo(votes[b]));
        var spending = new Spending(counting, votes);
        spending.TakeMostVoted();
        spending.Close();
    }
}

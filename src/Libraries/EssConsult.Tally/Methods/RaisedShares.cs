namespace EssConsult.Tally.Methods;

/// <summary>
/// The outcome of equal shares under the rule's completion. Shares are raised step by step and everything is counted anew; the cost of an outcome may fall again
/// from one step to the next, so that stopping at the first exhaustive outcome and going on until one overspends are two rules with two results.
/// </summary>
internal static class RaisedShares
{
    public static SharesOutcome Outcome(Counting counting, ShareOwners voters)
    {
        var rule = counting.Rule;
        var (budget, step) = (rule.Budget!.Value, rule.Increment ?? 1);
        var first = new Fraction(budget, counting.ValidVotes);
        var outcome = new SharesRun(counting, voters, first).Run();
        if (rule.Completion is not (Completion.RaiseUntilExhaustive or Completion.RaiseUntilOverspent))
        {
            return outcome;
        }

        var isOverspent = false;
        long tries = 0;
        using var raised = Raised(counting, voters, first, step).GetEnumerator();
        while (outcome.Undecided is null && !IsEverything(outcome, voters) && !(rule.Completion == Completion.RaiseUntilExhaustive && IsExhaustive(counting, voters, outcome)) && raised.MoveNext())
        {
            if (raised.Current.Cost > budget)
            {
                isOverspent = true;
                break;
            }

            (outcome, tries) = (raised.Current, tries + 1);
        }

        counting.Say(TraceKind.ShareRaised, [], ("share", outcome.Share), ("tries", tries), ("overspent", isOverspent ? 1 : 0));
        return outcome;
    }

    /// <summary>Outcomes of ever larger shares, as many at a time as there are processors.</summary>
    private static IEnumerable<SharesOutcome> Raised(Counting counting, ShareOwners voters, Fraction first, Fraction step)
    {
        var together = Math.Clamp(Environment.ProcessorCount, 1, 8);
        _ = counting.Rule.Ties.Seed is null ? 0 : counting.PlaceOf(0);
        for (long start = 1; ; start += together)
        {
            var outcomes = new SharesOutcome[together];
            var from = start;
            Parallel.For(0, together, index => outcomes[index] = new SharesRun(counting, voters, first + (step * (from + index))).Run());
            foreach (var outcome in outcomes)
            {
                yield return outcome;
            }
        }
    }

    private static bool IsEverything(SharesOutcome outcome, ShareOwners voters) => outcome.Purchases.Count == voters.Votes.Count(votes => votes > 0);

    /// <summary>Whether nothing that somebody votes for could be added.</summary>
    private static bool IsExhaustive(Counting counting, ShareOwners voters, SharesOutcome outcome)
    {
        var funded = outcome.Purchases.Select(purchase => purchase.Option).ToHashSet();
        return Enumerable.Range(0, voters.Votes.Length).All(option => voters.Votes[option] == 0 || funded.Contains(option) || outcome.Cost + counting.CostOf(option) > counting.Rule.Budget!.Value);
    }
}

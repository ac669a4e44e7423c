namespace EssConsult.Tally.Methods;

/// <summary>A budget, and what it has funded.</summary>
internal sealed class Spending(Counting counting, Int128[] votes)
{
    private readonly bool[] funded = new bool[votes.Length];

    public long Left { get; private set; } = counting.Rule.Budget!.Value;

    public bool IsFunded(int option) => funded[option];

    public void Fund(int option, params ReadOnlySpan<(string Name, Fraction Value)> more)
    {
        funded[option] = true;
        Left -= counting.CostOf(option);
        counting.Winners.Add(option);
        ReadOnlySpan<(string Name, Fraction Value)> numbers = [("cost", counting.CostOf(option)), ("left", Left), ("votes", votes[option]), .. more];
        counting.Say(TraceKind.Funded, [option], numbers);
    }

    /// <summary>Most votes first, then the cheaper; equals in both are drawn when the budget does not reach for all of them.</summary>
    public void TakeMostVoted()
    {
        var turns = Enumerable.Range(0, votes.Length).Where(option => !funded[option] && votes[option] > 0)
            .GroupBy(option => (Votes: votes[option], Cost: counting.CostOf(option)))
            .OrderByDescending(group => group.Key.Votes).ThenBy(group => group.Key.Cost);
        foreach (var turn in turns)
        {
            int[] equals = [.. turn];
            var places = (int)Math.Min(equals.Length, Left / turn.Key.Cost);
            if (places > 0 && places < equals.Length)
            {
                if (counting.Draw(equals, places) is not { } drawn)
                {
                    counting.LeaveOpen(equals, places);
                    return;
                }

                equals = drawn;
            }

            foreach (var option in equals.Take(places))
            {
                Fund(option);
            }

            foreach (var option in equals.Skip(places))
            {
                counting.Say(TraceKind.TooDear, [option], ("cost", turn.Key.Cost), ("left", Left));
            }

            if (places < equals.Length && counting.Rule.Fit == Fit.Stop)
            {
                counting.Say(TraceKind.Stopped, [], ("left", Left));
                return;
            }
        }
    }

    public void Close()
    {
        counting.Figure("votes", option => votes[option]);
        counting.Figure("cost", option => counting.CostOf(option));
        counting.Figure("funded", option => funded[option] ? 1 : 0);
    }
}

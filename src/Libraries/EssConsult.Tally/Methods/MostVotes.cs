namespace EssConsult.Tally.Methods;

/// <summary>The ends of plurality and approval: most votes first, whoever has any, and the majority if one is asked.</summary>
internal static class MostVotes
{
    public static void Elect(Counting counting, long[] votes)
    {
        counting.Figure("votes", option => votes[option]);
        counting.Values(TraceKind.Counted, [], votes.Select((count, option) => (option, (Fraction)count)));
        counting.Ranking = counting.RankBy((a, b) => votes[a].CompareTo(votes[b]));
        counting.ElectFirst(option => votes[option] > 0 && (counting.Rule.Majority is not { } majority || counting.ReachesMajority(option, votes[option], majority)));
        if (counting.Rule.Majority is { } asked)
        {
            counting.CloseMajority(asked);
        }
    }
}

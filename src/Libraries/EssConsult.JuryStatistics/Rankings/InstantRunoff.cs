namespace EssConsult.JuryStatistics.Rankings;

/// <summary>Instant run-off: whoever has the fewest first places leaves, round by round, until somebody has more than half.</summary>
/// <remarks>Among those with the fewest, the one with the greatest number leaves; a published rule may number entries by lot.</remarks>
public static class InstantRunoff
{
    /// <returns>First places of those left, round by round; whoever has left has <see langword="null"/>. The last round shows the winner.</returns>
    public static IReadOnlyList<IReadOnlyList<decimal?>> Rounds(Ballots ballots)
    {
        var left = Enumerable.Range(0, ballots.Entries).ToHashSet();
        var rounds = new List<IReadOnlyList<decimal?>>();
        while (true)
        {
            var first = new decimal?[ballots.Entries];
            foreach (var entry in left)
            {
                first[entry] = 0;
            }

            foreach (var (count, rank) in ballots.All)
            {
                var top = left.GroupBy(entry => rank[entry]).MinBy(group => group.Key)!.ToList();

                // Equal first places share the ballot; one that names nobody who is left is spent.
                foreach (var entry in top.Count == left.Count ? [] : top)
                {
                    first[entry] += (decimal)count / top.Count;
                }
            }

            rounds.Add(first);
            if (left.Count == 1 || left.Any(entry => first[entry] > first.Sum() / 2))
            {
                return rounds;
            }

            left.Remove(left.OrderBy(entry => first[entry]).ThenByDescending(entry => entry).First());
        }
    }
}

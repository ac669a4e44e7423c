using System.Collections;

namespace EssConsult.Tally.Methods;

/// <summary>Duels that are locked, and who is reached from whom by them.</summary>
internal sealed class LockedDuels(int count)
{
    private readonly bool[,] held = new bool[count, count];
    private readonly BitArray[] reached = Reach(count);

    public bool Holds(int winner, int loser) => held[winner, loser];

    /// <summary>For each pair, whether it would be part of a circle of what is locked and of all these pairs together.</summary>
    public bool[] Circles(Duel[] pairs)
    {
        if (pairs.Length == 1)
        {
            return [reached[pairs[0].Loser][pairs[0].Winner]];
        }

        var together = reached.Select(row => new BitArray(row)).ToArray();
        foreach (var pair in pairs)
        {
            Join(together, pair);
        }

        return [.. pairs.Select(pair => together[pair.Loser][pair.Winner])];
    }

    public void Lock(IEnumerable<Duel> pairs)
    {
        foreach (var pair in pairs)
        {
            held[pair.Winner, pair.Loser] = true;
            Join(reached, pair);
        }
    }

    private static void Join(BitArray[] reached, Duel pair)
    {
        if (!reached[pair.Winner][pair.Loser])
        {
            var behind = new BitArray(reached[pair.Loser]);
            foreach (var row in reached.Where(row => row[pair.Winner]))
            {
                row.Or(behind);
            }
        }
    }

    /// <summary>Each option is reached from itself.</summary>
    private static BitArray[] Reach(int count) => [.. Enumerable.Range(0, count).Select(option => new BitArray(count) { [option] = true })];
}

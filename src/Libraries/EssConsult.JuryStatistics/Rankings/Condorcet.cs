namespace EssConsult.JuryStatistics.Rankings;

/// <summary>Rules that compare entries two by two.</summary>
public static class Condorcet
{
    /// <summary>Copeland: duels won less duels lost.</summary>
    public static int[] Copeland(Ballots ballots)
    {
        var d = ballots.Preferences();
        return [.. Enumerable.Range(0, ballots.Entries).Select(a => Enumerable.Range(0, ballots.Entries).Sum(b => d[a, b].CompareTo(d[b, a])))];
    }

    /// <summary>Strengths of the strongest paths: a goes before b where <c>[a, b]</c> is greater than <c>[b, a]</c>.</summary>
    /// <remarks>M. Schulze, « A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method », Social Choice and Welfare 36, 2011; by winning votes.</remarks>
    public static int[,] SchulzePaths(Ballots ballots)
    {
        var (n, d) = (ballots.Entries, ballots.Preferences());
        var paths = new int[n, n];
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                paths[a, b] = d[a, b] > d[b, a] ? d[a, b] : 0;
            }
        }

        for (var middle = 0; middle < n; middle++)
        {
            for (var a = 0; a < n; a++)
            {
                for (var b = 0; b < n; b++)
                {
                    if (a != b && a != middle && b != middle)
                    {
                        paths[a, b] = Math.Max(paths[a, b], Math.Min(paths[a, middle], paths[middle, b]));
                    }
                }
            }
        }

        return paths;
    }

    /// <summary>Entries by the number of others that they go before; equal ones in one group.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Schulze(Ballots ballots)
    {
        var (n, paths) = (ballots.Entries, SchulzePaths(ballots));
        return Groups(n, a => Enumerable.Range(0, n).Count(b => paths[a, b] > paths[b, a]));
    }

    /// <summary>Locks majorities from the strongest to the weakest, the smaller opposition first among equal ones, and passes by what would close a circle.</summary>
    /// <remarks>T. Tideman, « Independence of clones as a criterion for voting rules », Social Choice and Welfare 4, 1987. What is equal after that goes by the entries' numbers.</remarks>
    public static IReadOnlyList<IReadOnlyList<int>> RankedPairs(Ballots ballots)
    {
        var (n, d) = (ballots.Entries, ballots.Preferences());
        var before = new bool[n, n];
        foreach (var (a, b) in from a in Enumerable.Range(0, n) from b in Enumerable.Range(0, n) where d[a, b] > d[b, a] orderby d[a, b] descending, d[b, a], a, b select (a, b))
        {
            if (!before[b, a])
            {
                Lock(before, n, a, b);
            }
        }

        return Groups(n, a => Enumerable.Range(0, n).Count(b => before[a, b]));
    }

    /// <summary>The order that contradicts the fewest preferences, found by examining every set of entries that may come first.</summary>
    /// <returns>The order, and how many preferences it agrees with; of several, the one with the smaller numbers first.</returns>
    /// <remarks>J. Kemeny, « Mathematics without numbers », Daedalus 88, 1959. Time and memory double with each entry.</remarks>
    /// <exception cref="ArgumentException">More than <see cref="MostForKemeny"/> entries.</exception>
    public static (IReadOnlyList<int> Order, long Agreement) Kemeny(Ballots ballots)
    {
        var (n, d) = (ballots.Entries, ballots.Preferences());
        if (n > MostForKemeny)
        {
            throw new ArgumentException($"Kemeny's order is found for {MostForKemeny} entries at most.", nameof(ballots));
        }

        // best[rest]: the greatest agreement of an order of what is in the set, all of it behind what is not.
        var best = new long[1 << n];
        var first = new int[1 << n];
        for (var rest = 1; rest < 1 << n; rest++)
        {
            best[rest] = -1;
            for (var a = 0; a < n; a++)
            {
                if ((rest & (1 << a)) != 0 && best[rest & ~(1 << a)] + Ahead(d, a, rest, n) is var agreement && agreement > best[rest])
                {
                    (best[rest], first[rest]) = (agreement, a);
                }
            }
        }

        var order = new List<int>(n);
        for (var rest = (1 << n) - 1; rest != 0; rest &= ~(1 << order[^1]))
        {
            order.Add(first[rest]);
        }

        return (order, best[(1 << n) - 1]);
    }

    public const int MostForKemeny = 18;

    private static long Ahead(int[,] d, int a, int rest, int n)
    {
        long sum = 0;
        for (var b = 0; b < n; b++)
        {
            sum += b != a && (rest & (1 << b)) != 0 ? d[a, b] : 0;
        }

        return sum;
    }

    private static void Lock(bool[,] before, int n, int a, int b)
    {
        for (var x = 0; x < n; x++)
        {
            for (var y = 0; y < n; y++)
            {
                before[x, y] |= (x == a || before[x, a]) && (y == b || before[b, y]);
            }
        }
    }

    private static IReadOnlyList<IReadOnlyList<int>> Groups(int n, Func<int, int> beaten) =>
        [.. Enumerable.Range(0, n).GroupBy(beaten).OrderByDescending(group => group.Key).Select(group => (IReadOnlyList<int>)[.. group.Order()])];
}

namespace EssConsult.JuryStatistics.Assignment;

/// <summary>
/// As many places as can be given at all, each pair at most once, by shortest ways of exchange; what cannot be served shows which rows stand in one another's way.
/// </summary>
/// <remarks>E. Dinic, « Algorithm for solution of a problem of maximum flow in networks with power estimation », Soviet Mathematics Doklady 11, 1970.</remarks>
internal sealed class GreatestFlow
{
    private readonly bool[][] open;
    private readonly bool[][] taken;
    private readonly int[] spare;
    private readonly int[] rowLevel, columnLevel, rowAt, columnAt;

    /// <param name="demand">Places that each row asks for.</param>
    /// <param name="supply">Places that each column offers.</param>
    /// <param name="open">By row, then by column.</param>
    public GreatestFlow(IReadOnlyList<int> demand, IReadOnlyList<int> supply, bool[][] open)
    {
        (this.open, spare, Missing) = (open, [.. supply], [.. demand]);
        taken = Array.ConvertAll(open, row => new bool[row.Length]);
        (rowLevel, rowAt, columnLevel, columnAt) = (new int[demand.Count], new int[demand.Count], new int[supply.Count], new int[supply.Count]);
        while (Level())
        {
            Array.Clear(rowAt);
            Array.Clear(columnAt);
            for (var row = 0; row < demand.Count; row++)
            {
                while (Missing[row] > 0 && Push(row))
                {
                    Missing[row]--;
                    Total++;
                }
            }
        }
    }

    public int Total { get; private set; }

    /// <summary>Places that each row asked for in vain.</summary>
    public int[] Missing { get; }

    /// <summary>Groups of rows that no exchange can serve: all together they ask for more than their columns hold.</summary>
    public IEnumerable<int[]> Blocked()
    {
        // Level's last search went everywhere that an exchange could go from a row that lacks something.
        var group = new int[rowLevel.Length];
        for (var first = 0; first < group.Length; first++)
        {
            if (rowLevel[first] >= 0 && group[first] == 0)
            {
                yield return Gather(first, group);
            }
        }
    }

    private int[] Gather(int first, int[] group)
    {
        var rows = new List<int> { first };
        var seen = new bool[spare.Length];
        group[first] = 1;
        for (var next = 0; next < rows.Count; next++)
        {
            foreach (var column in Enumerable.Range(0, spare.Length).Where(column => !seen[column] && columnLevel[column] >= 0 && open[rows[next]][column]))
            {
                seen[column] = true;
                foreach (var row in Enumerable.Range(0, group.Length).Where(row => group[row] == 0 && rowLevel[row] >= 0 && open[row][column]))
                {
                    group[row] = 1;
                    rows.Add(row);
                }
            }
        }

        return [.. rows.Order()];
    }

    /// <summary>Steps from rows that lack something: to an open column that they do not have, and on to the rows that have it.</summary>
    private bool Level()
    {
        Array.Fill(columnLevel, -1);
        Array.Fill(rowLevel, -1);
        var queue = new Queue<int>(Enumerable.Range(0, rowLevel.Length).Where(row => Missing[row] > 0));
        foreach (var row in queue)
        {
            rowLevel[row] = 0;
        }

        var found = false;
        while (queue.TryDequeue(out var from))
        {
            for (var column = 0; column < spare.Length; column++)
            {
                if (columnLevel[column] >= 0 || !open[from][column] || taken[from][column])
                {
                    continue;
                }

                columnLevel[column] = rowLevel[from] + 1;
                found |= spare[column] > 0;
                for (var row = 0; row < rowLevel.Length; row++)
                {
                    if (rowLevel[row] < 0 && taken[row][column])
                    {
                        rowLevel[row] = columnLevel[column] + 1;
                        queue.Enqueue(row);
                    }
                }
            }
        }

        return found;
    }

    private bool Push(int row)
    {
        for (ref var column = ref rowAt[row]; column < spare.Length; column++)
        {
            if (open[row][column] && !taken[row][column] && columnLevel[column] == rowLevel[row] + 1 && Free(column))
            {
                return taken[row][column] = true;
            }
        }

        return false;
    }

    /// <summary>Takes a spare place of the column, or one from a row that finds another.</summary>
    private bool Free(int column)
    {
        if (spare[column] > 0)
        {
            spare[column]--;
            return true;
        }

        for (ref var row = ref columnAt[column]; row < rowLevel.Length; row++)
        {
            if (taken[row][column] && rowLevel[row] == columnLevel[column] + 1 && Push(row))
            {
                taken[row][column] = false;
                return true;
            }
        }

        return false;
    }
}

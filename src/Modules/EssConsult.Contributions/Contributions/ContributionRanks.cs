namespace EssConsult.Contributions;

internal readonly record struct RankedRow(string Id, int RandomKey);

/// <summary>The contributions that match a filter, by id, from which any random order is drawn without asking the database again.</summary>
internal sealed class ContributionRanks(IReadOnlyList<RankedRow> rows)
{
    private const int Prime = int.MaxValue; // 2³¹−1: multiplying by anything but its multiples permutes 1…2³¹−2.

    public int Count => rows.Count;

    /// <summary>The ids of one page in the order that the seed gives; the same seed always gives the same order.</summary>
    public IReadOnlyList<string> Page(int seed, int page, int size)
    {
        long factor = (seed & 0x7FFFFF) + 2;
        var wanted = Math.Min(page * size, rows.Count);
        if (wanted == 0)
        {
            return [];
        }

        // Keeps the least so far, the greatest of them on top: a first page looks once at every row and sorts a few.
        var least = new PriorityQueue<int, (long, int)>(wanted, Comparer<(long, int)>.Create((one, other) => other.CompareTo(one)));
        for (var index = 0; index < rows.Count; index++)
        {
            var rank = (rows[index].RandomKey * factor % Prime, index);
            if (least.Count < wanted)
            {
                least.Enqueue(index, rank);
            }
            else if (least.TryPeek(out _, out var greatest) && rank.CompareTo(greatest) < 0)
            {
                least.DequeueEnqueue(index, rank);
            }
        }

        var ids = new string[wanted - ((page - 1) * size)];
        for (var place = ids.Length - 1; place >= 0; place--)
        {
            ids[place] = rows[least.Dequeue()].Id;
        }

        return ids;
    }
}

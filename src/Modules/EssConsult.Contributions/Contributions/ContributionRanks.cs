namespace EssConsult.Contributions;

internal readonly record struct RankedRow(string Id, int RandomKey);

/// <summary>The contributions that match a filter, by id, from which any random order is drawn without asking the database again.</summary>
internal sealed class ContributionRanks(IReadOnlyList<RankedRow> rows)
{
    private const int Bits = 31;
    private const long Prime = (1L << Bits) - 1; // Multiplying by anything but its multiples permutes 1…2³¹−2.
    private readonly int[] keys = [.. rows.Select(row => row.RandomKey)];

    public int Count => keys.Length;

    /// <summary>The ids of one page in the order that the seed gives; the same seed always gives the same order.</summary>
    public IReadOnlyList<string> Page(int seed, int page, int size)
    {
        long factor = (seed & 0x7FFFFF) + 2;
        var wanted = Math.Min(page * size, keys.Length);
        if (wanted == 0)
        {
            return [];
        }

        // Keeps the least so far, the greatest of them on top: a first page looks once at every row and sorts a few.
        var least = new PriorityQueue<int, (long Rank, int Index)>(wanted, Comparer<(long, int)>.Create((one, other) => other.CompareTo(one)));
        var bound = long.MaxValue;
        for (var index = 0; index < keys.Length; index++)
        {
            var rank = Remainder(keys[index] * factor);
            if (least.Count < wanted)
            {
                least.Enqueue(index, (rank, index));
            }
            else if (rank < bound)
            {
                least.DequeueEnqueue(index, (rank, index));
            }
            else
            {
                // Of two equal ranks the first stays.
                continue;
            }

            bound = least.Count == wanted && least.TryPeek(out _, out var greatest) ? greatest.Rank : long.MaxValue;
        }

        var ids = new string[wanted - ((page - 1) * size)];
        for (var place = ids.Length - 1; place >= 0; place--)
        {
            ids[place] = rows[least.Dequeue()].Id;
        }

        return ids;
    }

    /// <summary>Modulo 2³¹−1 of what is less than 2⁶²−2³¹, without a division: every row of the list is looked at for every reader.</summary>
    private static long Remainder(long value)
    {
        value = (value & Prime) + (value >> Bits);
        return value >= Prime ? value - Prime : value;
    }
}

namespace EssConsult.JuryStatistics.Rankings;

/// <summary>Rankings of the same entries by several jurors or voters.</summary>
/// <remarks>Entries that a ballot leaves out rank below all that it names, and are equal among themselves.</remarks>
public sealed class Ballots
{
    private readonly List<(int Count, int[] Rank)> all = [];

    /// <param name="entries">How many there are; they are numbered from 0.</param>
    public Ballots(int entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(entries);
        Entries = entries;
    }

    public int Entries { get; }

    /// <summary>Adds so many equal ballots.</summary>
    /// <param name="count">How often it was cast, 1 or more.</param>
    /// <param name="order">Groups of equal entries, the best first.</param>
    /// <exception cref="ArgumentException">An entry that is unknown or named twice.</exception>
    public void Add(int count, IReadOnlyList<IReadOnlyList<int>> order)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var ranks = new int[Entries];
        Array.Fill(ranks, order.Count);
        var seen = new HashSet<int>();
        foreach (var (rank, group) in order.Index())
        {
            foreach (var entry in group)
            {
                if (entry < 0 || entry >= Entries || !seen.Add(entry))
                {
                    throw new ArgumentException($"Entry {entry} is unknown, or named twice.", nameof(order));
                }

                ranks[entry] = rank;
            }
        }

        all.Add((count, ranks));
    }

    /// <summary>Adds so many equal ballots without ties.</summary>
    public void Add(int count, IReadOnlyList<int> order) => Add(count, [.. order.Select(entry => (IReadOnlyList<int>)[entry])]);

    /// <summary>How many put one entry before another: <c>[a, b]</c> counts those who prefer a; a tie counts for neither.</summary>
    public int[,] Preferences()
    {
        var preferences = new int[Entries, Entries];
        foreach (var (count, rank) in all)
        {
            for (var a = 0; a < Entries; a++)
            {
                for (var b = 0; b < Entries; b++)
                {
                    preferences[a, b] += rank[a] < rank[b] ? count : 0;
                }
            }
        }

        return preferences;
    }

    internal IEnumerable<(int Count, int[] Rank)> All => all;
}

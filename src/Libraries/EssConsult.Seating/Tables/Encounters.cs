namespace EssConsult.Seating.Tables;

/// <summary>How often each two people have sat together.</summary>
internal sealed class Encounters(int people)
{
    private readonly byte[] times = new byte[people * people];

    /// <summary>How often those have met who met most often.</summary>
    public int Most { get; private set; }

    public int Between(int one, int other) => times[(one * people) + other];

    public void Add(IEnumerable<IReadOnlyList<int>> tables)
    {
        foreach (var (one, other) in tables.SelectMany(Pairs))
        {
            times[(one * people) + other] = times[(other * people) + one] = (byte)Math.Min(byte.MaxValue, Between(one, other) + 1);
            Most = Math.Max(Most, Between(one, other));
        }
    }

    public static IEnumerable<(int One, int Other)> Pairs(IReadOnlyList<int> table)
    {
        for (var second = 1; second < table.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                yield return (table[first], table[second]);
            }
        }
    }
}

namespace EssConsult.Tally.Methods;

/// <summary>How many ballots rank one option above another. What a ballot leaves out stands below what it ranks, and gives nothing among itself; nor do equals.</summary>
internal sealed class Duels
{
    private readonly long[] wins;

    public Duels(Counting counting)
    {
        Count = counting.Options.Count;
        wins = new long[Count * Count];
        var below = new bool[Count];
        foreach (var row in counting.Valid)
        {
            var ballot = counting.Ballots[row];
            Array.Fill(below, true);
            for (var start = 0; start < ballot.Data.Length;)
            {
                var end = start;
                while (ballot.Data[end] >= 0)
                {
                    below[ballot.Data[end++]] = false;
                }

                below[~ballot.Data[end]] = false;
                for (; start <= end; start++)
                {
                    Above(start == end ? ~ballot.Data[start] : ballot.Data[start], below, ballot.Count);
                }
            }
        }
    }

    public int Count { get; }

    /// <summary>Ballots that rank <paramref name="a"/> above <paramref name="b"/>.</summary>
    public long this[int a, int b] => wins[(a * Count) + b];

    /// <summary>The duels of each option, one step an option.</summary>
    public void Say(Counting counting)
    {
        for (var a = 0; a < Count; a++)
        {
            counting.Values(TraceKind.Counted, [a], Enumerable.Range(0, Count).Where(b => b != a).Select(b => (b, (Fraction)this[a, b])));
        }
    }

    /// <summary>Whoever nobody beats, then whoever only these beat, and so on.</summary>
    public static List<List<int>> Layers(int count, Func<int, int, bool> beats)
    {
        List<List<int>> layers = [];
        var left = Enumerable.Range(0, count).ToList();
        while (left.Count > 0)
        {
            var layer = left.Where(option => !left.Any(other => beats(other, option))).ToList();
            layers.Add(layer);
            left.RemoveAll(layer.Contains);
        }

        return layers;
    }

    private void Above(int option, bool[] below, long count)
    {
        var row = wins.AsSpan(option * Count, Count);
        for (var other = 0; other < row.Length; other++)
        {
            row[other] += below[other] ? count : 0;
        }
    }
}

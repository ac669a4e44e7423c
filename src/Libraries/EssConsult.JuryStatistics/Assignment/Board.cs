namespace EssConsult.JuryStatistics.Assignment;

/// <summary>A request in the order of ids, so that the order in which it came leaves no trace.</summary>
internal sealed class Board
{
    /// <summary>Costs are whole numbers: millionths of a gain.</summary>
    public const long Unit = 1_000_000;

    private readonly Lazy<ulong[][]> ties;

    public Board(AssignmentRequest request)
    {
        request.Check();
        EntryToRead[] entries = [.. request.Entries.OrderBy(entry => entry.Id, StringComparer.Ordinal)];
        JurorLoad[] jurors = [.. request.Jurors.OrderBy(juror => juror.Id, StringComparer.Ordinal)];
        (Entries, Jurors) = (Array.ConvertAll(entries, entry => entry.Id), Array.ConvertAll(jurors, juror => juror.Id));
        var entryOf = Entries.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var jurorOf = Jurors.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        Gains = Array.ConvertAll(Entries, _ => new long[jurors.Length]);
        foreach (var (pair, gain) in request.Gains)
        {
            Gains[entryOf[pair.Entry]][jurorOf[pair.Juror]] = (long)Math.Round(gain * Unit);
        }

        Kept = Array.ConvertAll(entries, entry => new bool[jurors.Length]);
        foreach (var (entry, juror) in entries.Index().SelectMany(pair => pair.Item.Kept.Select(id => (pair.Index, jurorOf[id]))))
        {
            Kept[entry][juror] = true;
        }

        var open = Array.ConvertAll(Kept, row => Array.ConvertAll(row, kept => !kept));
        foreach (var pair in request.Forbidden)
        {
            open[entryOf[pair.Entry]][jurorOf[pair.Juror]] = false;
        }

        var held = Array.ConvertAll(jurors, juror => juror.Carried + Kept.Count(row => row[jurorOf[juror.Id]]));
        Left = new Places(
            Array.ConvertAll(entries, entry => Math.Max(0, entry.Wanted - entry.Kept.Count)),
            [.. jurors.Zip(held, (juror, load) => Math.Max(0, juror.Most - load))],
            [.. jurors.Zip(held, (juror, load) => Math.Max(0, juror.Least - load))], held, open);
        Most = Array.ConvertAll(jurors, juror => juror.Most);
        Balance = (long)Math.Round(request.Balance * Unit);
        ties = new Lazy<ulong[][]>(() => TieBreak.Numbers(request.Seed, Jurors, Entries));
    }

    public string[] Entries { get; }

    public string[] Jurors { get; }

    /// <summary>By entry, then by juror; in millionths.</summary>
    public long[][] Gains { get; }

    public bool[][] Kept { get; }

    public Places Left { get; }

    public int[] Most { get; }

    /// <summary>In millionths of a gain.</summary>
    public long Balance { get; }

    /// <summary>By entry, then by juror: what the seed says of each pair.</summary>
    public ulong[][] Ties => ties.Value;

    /// <summary>Gains of the jurors that an entry has, in millionths.</summary>
    public long Sum(int entry, bool[][] given) => Enumerable.Range(0, Jurors.Length).Sum(juror => Kept[entry][juror] || given[entry][juror] ? Gains[entry][juror] : 0);
}

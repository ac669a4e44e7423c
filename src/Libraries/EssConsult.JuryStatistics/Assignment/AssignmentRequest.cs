namespace EssConsult.JuryStatistics.Assignment;

/// <summary>One juror and one entry, by their ids.</summary>
public readonly record struct JurorEntry(string Juror, string Entry);

/// <summary>What has to be read.</summary>
/// <param name="Id">Ordered by its characters' codes; without a line break.</param>
/// <param name="Wanted">Jurors in all, 0 or more.</param>
public sealed record EntryToRead(string Id, int Wanted)
{
    /// <summary>Jurors that it has and keeps; they count among the wanted.</summary>
    public IReadOnlyCollection<string> Kept { get; init; } = [];
}

/// <summary>How much one juror reads.</summary>
/// <param name="Id">Ordered by its characters' codes; without a line break.</param>
/// <param name="Least">Of all that this juror reads, carried and kept included.</param>
/// <param name="Most">Of the same, no less than <paramref name="Least"/>. What is carried or kept beyond it stays, and nothing is added.</param>
/// <param name="Carried">Readings from elsewhere.</param>
public sealed record JurorLoad(string Id, int Least, int Most, int Carried = 0);

/// <summary>Who may read what, and how well it would suit. The order of collections does not matter.</summary>
public sealed record AssignmentRequest
{
    /// <summary>The greatest <see cref="Balance"/>.</summary>
    public const double MostBalance = 1000;

    /// <summary>The greatest number of jurors wanted and of readings carried or asked for at least.</summary>
    public const int MostCount = 100_000;

    public required IReadOnlyCollection<EntryToRead> Entries { get; init; }

    public required IReadOnlyCollection<JurorLoad> Jurors { get; init; }

    /// <summary>Conflicts, recusals, own entries, languages not read: whatever no gain makes good.</summary>
    public IReadOnlyCollection<JurorEntry> Forbidden { get; init; } = [];

    /// <summary>0 to 1, to a millionth; 0 where it says nothing. How wishes, topics and affinity weigh in it is decided by who asks.</summary>
    public IReadOnlyDictionary<JurorEntry, double> Gains { get; init; } = new Dictionary<JurorEntry, double>();

    /// <summary>What one reading more than a colleague costs, in gain: at 1 it outweighs the best wish; at 0 only the bounds hold loads.</summary>
    public double Balance { get; init; } = 1;

    /// <summary>Decides between assignments of equal worth; published, it lets anybody do it again.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The same, with everybody staying where they are but for those who declined: they leave these entries for good.</summary>
    /// <param name="draft">What was assigned.</param>
    /// <param name="declined">Pairs of it.</param>
    public AssignmentRequest After(AssignmentDraft draft, params IReadOnlyCollection<JurorEntry> declined)
    {
        var kept = draft.Pairs.Except(declined).ToLookup(pair => pair.Entry, pair => pair.Juror);
        return this with { Entries = [.. Entries.Select(entry => entry with { Kept = [.. kept[entry.Id]] })], Forbidden = [.. Forbidden.Union(declined)] };
    }

    /// <exception cref="ArgumentException">An id twice, unknown or with a line break; a bound, a gain or a balance out of range; a forbidden pair that is kept.</exception>
    internal void Check()
    {
        var (entries, jurors) = (Entries.Select(entry => entry.Id).ToHashSet(), Jurors.Select(juror => juror.Id).ToHashSet());
        Require(entries.Count == Entries.Count && jurors.Count == Jurors.Count, "An id stands once.");
        Require(entries.Concat(jurors).All(id => !id.Contains('\n', StringComparison.Ordinal)), "An id has no line break.");
        Require(Entries.All(entry => entry.Wanted is >= 0 and <= MostCount), $"An entry wants 0 to {MostCount} jurors.");
        Require(Jurors.All(juror => juror is { Least: >= 0 and <= MostCount, Carried: >= 0 and <= MostCount } && juror.Most >= juror.Least), $"0 ≤ least ≤ most, and 0 to {MostCount} are carried.");
        Require(Gains.Values.All(gain => gain is >= 0 and <= 1) && Balance is >= 0 and <= MostBalance, $"Gains lie between 0 and 1, the balance between 0 and {MostBalance}.");
        Require(Forbidden.Concat(Gains.Keys).All(pair => entries.Contains(pair.Entry) && jurors.Contains(pair.Juror)), "Pairs are of jurors and entries that are there.");
        var kept = Entries.SelectMany(entry => entry.Kept.Select(juror => new JurorEntry(juror, entry.Id))).ToList();
        Require(kept.TrueForAll(pair => jurors.Contains(pair.Juror)) && kept.Distinct().Count() == kept.Count, "Who is kept is a juror, once.");
        Require(!kept.Intersect(Forbidden).Any(), "No forbidden pair is kept.");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException(rule);
        }
    }
}

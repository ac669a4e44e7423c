namespace EssConsult.Registration.Door;

/// <summary>A scan of a known person.</summary>
internal sealed record Passage(Guid Nonce, Guid Who, CheckInKind Kind, DateTime AtUtc, string Door, Guid? Undoes = null);

/// <summary>Somebody who was inside was let in once more: two people with one ticket, or one who had left by another door.</summary>
/// <param name="First">The entry that still counts.</param>
internal sealed record DoubleEntry(Passage First, Passage Second);

/// <summary>One person's time inside.</summary>
/// <param name="Stays">From entry to exit; the last one is open while they are inside.</param>
internal sealed record Presence(Guid Who, Passage FirstEntry, IReadOnlyList<(DateTime From, DateTime? To)> Stays, Passage Last)
{
    public bool IsInside => Stays[^1].To is null;

    /// <summary>Whole minutes between start and end; who was never seen leaving stayed to the end.</summary>
    public int MinutesWithin(DateTime start, DateTime end) =>
        (int)Stays.Sum(stay => Math.Max(0, (Earlier(stay.To ?? end, end) - (stay.From > start ? stay.From : start)).TotalMinutes));

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}

/// <summary>
/// Who is in, since when, and who came in twice: a function of the set of scans, by their devices' times. Two devices that were offline
/// may send theirs in any order, in any pieces, any number of times: the state is the same.
/// </summary>
internal sealed class DoorState
{
    private readonly Dictionary<Guid, Presence> presences = [];
    private readonly List<DoubleEntry> doubles = [];
    private readonly List<Passage> entries = [];

    /// <summary>Those who came, by id.</summary>
    public IReadOnlyDictionary<Guid, Presence> Presences => presences;

    /// <summary>By the time of the second entry.</summary>
    public IReadOnlyList<DoubleEntry> Doubles => doubles;

    /// <summary>Each person's first entry, by time.</summary>
    public IReadOnlyList<Passage> Entries => entries;

    public int Present => presences.Count;

    public int Inside => presences.Values.Count(presence => presence.IsInside);

    public Presence? Find(Guid who) => presences.GetValueOrDefault(who);

    public static DoorState Of(IEnumerable<Passage> scans)
    {
        var all = scans.DistinctBy(scan => scan.Nonce).ToList();
        var undone = all.Where(scan => scan.Kind == CheckInKind.Undo).Select(scan => scan.Undoes).OfType<Guid>().ToHashSet();
        var state = new DoorState();
        foreach (var person in all.Where(scan => scan.Kind != CheckInKind.Undo && !undone.Contains(scan.Nonce)).GroupBy(scan => scan.Who))
        {
            state.Follow(person.Key, person.OrderBy(scan => scan.AtUtc).ThenBy(scan => scan.Nonce));
        }

        state.doubles.Sort((one, other) => Compare(one.Second, other.Second));
        state.entries.Sort(Compare);
        return state;
    }

    private void Follow(Guid who, IEnumerable<Passage> scans)
    {
        Passage? first = null, since = null, last = null;
        var stays = new List<(DateTime From, DateTime? To)>();
        foreach (var scan in scans)
        {
            last = scan;
            if (scan.Kind == CheckInKind.Entry && since is not null)
            {
                doubles.Add(new DoubleEntry(since, scan));
            }
            else if (scan.Kind == CheckInKind.Entry)
            {
                (first, since) = (first ?? scan, scan);
                stays.Add((scan.AtUtc, null));
            }
            else if (since is not null)
            {
                // Somebody who leaves without having been seen coming changes nothing.
                stays[^1] = (stays[^1].From, scan.AtUtc);
                since = null;
            }
        }

        if (first is not null)
        {
            presences[who] = new Presence(who, first, stays, last!);
            entries.Add(first);
        }
    }

    private static int Compare(Passage one, Passage other) => one.AtUtc != other.AtUtc ? one.AtUtc.CompareTo(other.AtUtc) : one.Nonce.CompareTo(other.Nonce);
}

using EssConsult.Registration.Events;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

/// <summary>An event's door as it is known now.</summary>
/// <param name="People">Everybody the door may see, by the order of registration.</param>
/// <param name="Unknown">Scans of codes that open nothing here, and of people whose registration has not arrived yet; by time.</param>
internal sealed record DoorView(EventRow Event, IReadOnlyList<DoorPerson> People, DoorState State, IReadOnlyList<CheckIn> Unknown)
{
    public int Expected => People.Count(person => person.IsExpected);

    public int WalkIns => People.Count(person => person.IsWalkIn && State.Find(person.Id) is not null);
}

/// <summary>Reads an event's door whole: three or four queries, however many come.</summary>
internal sealed class DoorBook(SiteDb db, DoorPeople people)
{
    private const int MostScans = 50_000;

    /// <returns>Null when there is no such event.</returns>
    public async Task<DoorView?> ReadAsync(string eventId, CancellationToken ct) =>
        await db.FindEventAsync(eventId, ct) is { } row ? await ReadAsync(row, ct) : null;

    public async Task<DoorView> ReadAsync(EventRow row, CancellationToken ct)
    {
        var known = await people.ReadAsync(row, ct);
        var walkIns = ByKey(known);
        var scans = await db.Set<CheckIn>().AsNoTracking().Where(scan => scan.EventId == row.ContentItemId).OrderBy(scan => scan.AtUtc).ThenBy(scan => scan.Nonce).Take(MostScans).ToListAsync(ct);
        Guid? Who(CheckIn scan) => scan.AttendeeId ?? (scan.WalkInKey is { } key && walkIns.TryGetValue(key, out var id) ? id : null);
        var undone = scans.Select(scan => scan.Undoes).OfType<Guid>().ToHashSet();

        // What takes a scan back need not say whose it was.
        var passages = scans.Where(scan => Who(scan) is not null || scan.Kind == CheckInKind.Undo).Select(scan => scan.ToPassage(Who(scan) ?? Guid.Empty));
        return new DoorView(row, known, DoorState.Of(passages), [.. scans.Where(scan => Who(scan) is null && scan.Kind != CheckInKind.Undo && !undone.Contains(scan.Nonce))]);
    }

    /// <summary>What people answered at the door, by person and question; one query.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> AnswersAsync(DoorView view, CancellationToken ct)
    {
        var walkIns = ByKey(view.People);
        var answers = await db.Set<DoorAnswer>().AsNoTracking().Where(answer => answer.EventId == view.Event.ContentItemId).OrderByDescending(answer => answer.AtUtc).Take(MostScans).ToListAsync(ct);
        return DoorAnswer.Latest(answers, answer => answer.AttendeeId ?? (answer.WalkInKey is { } key && walkIns.TryGetValue(key, out var id) ? id : null));
    }

    /// <summary>Who came unannounced, by the key that a device gave them.</summary>
    private static Dictionary<Guid, Guid> ByKey(IReadOnlyList<DoorPerson> people) => people.Where(person => person is { IsWalkIn: true, Position: 0 }).ToDictionary(person => person.FormKey, person => person.Id);
}

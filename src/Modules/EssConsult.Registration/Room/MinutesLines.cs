using EssConsult.Registration.Events;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Room;

/// <summary>A line of an event's minutes that a module wrote: a record, so that editing the minutes does not change what was decided.</summary>
internal sealed class MinutesLine
{
    public const int LongestKey = 64;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EventId { get; init; }

    public required string Key { get; init; }

    public required string Text { get; set; }

    public required string Path { get; set; }

    public string? Print { get; set; }

    public DateTime AtUtc { get; init; }
}

internal sealed class MinutesLines(SiteDb db, TimeProvider clock) : IMinutesLines
{
    public const int Most = 200;

    public async Task PutAsync(MinutesEntry entry, CancellationToken ct)
    {
        if (await db.FindEventAsync(entry.EventId, ct) is null)
        {
            return;
        }

        var line = await db.Set<MinutesLine>().FirstOrDefaultAsync(row => row.EventId == entry.EventId && row.Key == entry.Key, ct)
            ?? db.Add(new MinutesLine { EventId = entry.EventId, Key = entry.Key, Text = entry.Text, Path = entry.Path, AtUtc = clock.UtcNow() }).Entity;
        (line.Text, line.Path, line.Print) = (entry.Text, entry.Path, entry.Print);
        db.Publish(new EventEchoed(entry.EventId));
    }

    /// <summary>In the order in which they happened.</summary>
    public async Task<IReadOnlyList<MinutesLine>> OfAsync(string eventId, CancellationToken ct) => await db.Set<MinutesLine>().AsNoTracking().Where(line => line.EventId == eventId).OrderBy(line => line.AtUtc).ThenBy(line => line.Id).Take(Most).ToListAsync(ct);
}

using EssConsult.Registration.Events;
using EssConsult.Registration.Room;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Room;

/// <summary>On a contribution that was written at a table: which, and where.</summary>
internal sealed class BirthSlot(SiteDb db, CacheTags tags) : ISlot
{
    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not string contentItemId)
        {
            return null;
        }

        var found = await db.Set<EventOrigin>().AsNoTracking().Where(origin => origin.ContentItemId == contentItemId)
            .Join(db.Set<EventRow>(), origin => origin.EventId, row => row.ContentItemId, (origin, row) => new { origin.Table, row }).FirstOrDefaultAsync(ct);
        if (found is not { Table: { } table, row.Published: true })
        {
            return null;
        }

        tags.Add(found.row.ContentItemId);
        return new SlotView("/Features/EssConsult.Registration/Room/_Birth.cshtml", new BirthView(table, found.row));
    }
}

internal sealed record BirthView(int Table, EventRow Event);

/// <summary>On the page of a rendez-vous: its minutes, and the contributions that were born there.</summary>
internal sealed class EchoSlot(SiteDb db, CacheTags tags) : ISlot
{
    private const int Most = 200;

    public int Order => 10;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not ContentItem item || item.Part<EventPart>() is null)
        {
            return null;
        }

        var found = await db.Set<EventOrigin>().AsNoTracking().Where(origin => origin.EventId == item.ContentItemId)
            .Join(db.Set<ContentRow>().Where(row => row.Published && row.Path != null), origin => origin.ContentItemId, row => row.ContentItemId, (origin, row) => new EchoLine(origin.ContentItemId, row.DisplayText!, row.Path!, origin.Table))
            .Take(Most).ToListAsync(ct);
        foreach (var line in found)
        {
            tags.Add(line.ContentItemId);
        }

        return found.Count == 0 ? null : new SlotView("/Features/EssConsult.Registration/Room/_Echo.cshtml", found.OrderBy(line => line.Table).ThenBy(line => line.Title, StringComparer.CurrentCulture).ToList());
    }
}

/// <param name="Table">Null for minutes.</param>
internal sealed record EchoLine(string ContentItemId, string Title, string Path, int? Table);

/// <summary>On an event's page for organisers, behind one line: what not every meeting needs.</summary>
internal sealed class RoomPanel : ISlot
{
    public int Order => 90;

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        ValueTask.FromResult<SlotView?>(model is string eventId ? new SlotView("/Features/EssConsult.Registration/Room/_Panel.cshtml", eventId) : null);
}

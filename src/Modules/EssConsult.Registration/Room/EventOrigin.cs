namespace EssConsult.Registration.Room;

/// <summary>That an item was born at a rendez-vous: a contribution at one of its tables, or its minutes. Read from the item itself, so that an import brings it back.</summary>
internal sealed class EventOrigin
{
    public required string ContentItemId { get; init; }

    public required string EventId { get; set; }

    /// <summary>Null for minutes.</summary>
    public int? Table { get; set; }
}

internal sealed class EventOrigins(SiteDb db) : IContentHandler
{
    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        var (birth, minutes) = (change.Item.Part<FromEventPart>(), change.Item.Part<MinutesPart>());
        if ((birth?.EventId ?? minutes?.EventId) is not { Length: > 0 } eventId)
        {
            return;
        }

        var row = await db.Set<EventOrigin>().FindAsync([change.Item.ContentItemId], ct) ?? db.Add(new EventOrigin { ContentItemId = change.Item.ContentItemId, EventId = eventId }).Entity;
        (row.EventId, row.Table) = (eventId, birth?.Table);
        if (change.Act != ContentAct.SaveDraft)
        {
            db.Publish(new EventEchoed(eventId));
        }
    }
}

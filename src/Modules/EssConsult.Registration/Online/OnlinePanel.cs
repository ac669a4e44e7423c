using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Online;

/// <param name="Url">Empty as long as nobody has given one.</param>
internal sealed record OnlineView(string EventId, string Url);

/// <summary>Asks organisers for the link of an event that can be followed online.</summary>
internal sealed class OnlinePanel(SiteDb db) : ISlot
{
    public int Order => 30;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => model is string id && await db.Set<EventRow>().AnyAsync(row => row.ContentItemId == id && row.Mode != EventMode.InPerson, ct)
        ? new SlotView("/Features/EssConsult.Registration/Admin/_Online.cshtml", new OnlineView(id, await db.Set<OnlineRoom>().Where(room => room.EventId == id).Select(room => room.Url).FirstOrDefaultAsync(ct) ?? string.Empty))
        : null;
}

/// <summary>Shows the link to who has a seat.</summary>
internal sealed class OnlineSlot(SiteDb db) : ISlot
{
    public int Order => -10;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var url = model is not Guid id ? null : await db.Set<Registration>().Where(row => row.Id == id && row.State == RegistrationState.Confirmed)
            .Join(db.Set<OnlineRoom>(), row => row.EventId, room => room.EventId, (row, room) => room.Url).FirstOrDefaultAsync(ct);
        return url is null ? null : new SlotView("/Features/EssConsult.Registration/Mine/_Online.cshtml", url);
    }
}

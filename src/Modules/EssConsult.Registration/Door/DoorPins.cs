using EssConsult.Tickets.Door;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

/// <summary>Draws, keeps and forgets the PINs of doors.</summary>
internal sealed class DoorPins(SiteDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Purpose = "EssConsult.Registration.door-pin";

    /// <summary>How long after the end a list may still be on a device.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>When one was drawn; null while there is none.</summary>
    public Task<DateTime?> DrawnAsync(string eventId, CancellationToken ct) => db.Set<DoorPinRow>().Where(row => row.EventId == eventId).Select(row => (DateTime?)row.DrawnUtc).FirstOrDefaultAsync(ct);

    /// <summary>A new PIN, to be shown once and noted; lists taken with the one before keep theirs. The caller saves.</summary>
    public async Task<DoorPin> DrawAsync(EventRow row, CancellationToken ct)
    {
        var pin = DoorPin.Draw();
        var kept = await db.Set<DoorPinRow>().FirstOrDefaultAsync(known => known.EventId == row.ContentItemId, ct) ?? db.Add(new DoorPinRow { EventId = row.ContentItemId, Sealed = string.Empty }).Entity;
        (kept.Sealed, kept.DrawnUtc) = (ProtectorOf(row.ContentItemId).Protect(pin.ToString()), clock.UtcNow());
        return pin;
    }

    /// <returns>Null while none is drawn, and once it is forgotten.</returns>
    public async Task<DoorPin?> FindAsync(string eventId, CancellationToken ct)
    {
        var kept = await db.Set<DoorPinRow>().Where(row => row.EventId == eventId).Select(row => row.Sealed).FirstOrDefaultAsync(ct);
        return ProtectorOf(eventId).Read(kept) is { } letters ? DoorPin.Parse(letters) : null;
    }

    private IDataProtector ProtectorOf(string eventId) => protection.CreateProtector(Purpose, eventId);
}

using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Room;

/// <summary>Forgets who confirmed a sheet three months after the event: what the table wrote stays, the names do not.</summary>
internal sealed class SheetForgetting(SiteDb db, TimeProvider clock) : IRecurringJob
{
    private const int KeptMonths = 3;

    public string Name => "sheet-names";

    public async Task RunAsync(CancellationToken ct)
    {
        var until = clock.UtcNow().AddMonths(-KeptMonths);
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<TableSheet>().Where(sheet => sheet.ConfirmedBy != null && db.Set<EventRow>().Any(row => row.ContentItemId == sheet.EventId && row.EndsUtc <= until))
            .ExecuteUpdateAsync(set => set.SetProperty(sheet => sheet.ConfirmedBy, (string?)null), ct);
        await write.CommitAsync(ct);
    }
}

using EssConsult.Registration.Privacy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

/// <summary>
/// Forgets the PINs of doors that are closed for a day, by the event's present end, and after three months what was answered there and who of the team held them.
/// Scans stay: without names they say how many came, not who.
/// </summary>
internal sealed class DoorForgetting(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public string Name => "door-forgetting";

    public async Task RunAsync(CancellationToken ct)
    {
        var (pinsBefore, before) = (clock.UtcNow() - DoorPins.Kept, clock.UtcNow() - RegistrationPurge.PeopleKept);
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<DoorPinRow>().Where(pin => db.Set<EventRow>().Any(row => row.ContentItemId == pin.EventId && row.EndsUtc <= pinsBefore)).ExecuteDeleteAsync(ct);
        await db.Set<CheckIn>().Where(scan => scan.ByPersonId != null && db.Set<EventRow>().Any(row => row.ContentItemId == scan.EventId && row.EndsUtc <= before))
            .ExecuteUpdateAsync(set => set.SetProperty(scan => scan.ByPersonId, (string?)null), ct);
        await db.Set<DoorAnswer>().Where(answer => db.Set<EventRow>().Any(row => row.ContentItemId == answer.EventId && row.EndsUtc <= before)).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
    }
}

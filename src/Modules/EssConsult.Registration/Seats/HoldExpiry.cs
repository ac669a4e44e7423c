using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Seats;

/// <summary>Ends what was not confirmed nor taken in time; the seats go to those who wait.</summary>
internal sealed class HoldExpiry(SiteDb db, RegistrationVerbs verbs, TimeProvider clock) : IRecurringJob
{
    private const int AtOnce = 200;

    public string Name => "registration-holds";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        for (var ended = AtOnce; ended == AtOnce;)
        {
            await using var write = await db.BeginWriteAsync(ct);
            var due = await db.Set<Registration>().Where(row => row.HoldUntilUtc != null && row.HoldUntilUtc <= now).OrderBy(row => row.HoldUntilUtc).Take(AtOnce).ToListAsync(ct);
            foreach (var registration in due.OrderBy(row => row.EventId, StringComparer.Ordinal))
            {
                await verbs.EndOneAsync(registration, EndReason.Lapsed, now, ct);
            }

            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
            db.ChangeTracker.Clear();
            ended = due.Count;
        }
    }
}

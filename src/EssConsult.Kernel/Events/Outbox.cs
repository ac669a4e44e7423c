using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Events;

/// <summary>What an operator or a test asks of the outbox as a whole.</summary>
public sealed class Outbox(IServiceProvider services)
{
    /// <summary>Events that some handler or follower of this node has not yet taken.</summary>
    public async Task<bool> IsCaughtUpAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var end = await OutboxReader.CommittedEndAsync(db, ct);
        var cursors = await db.Set<HandlerCursor>().ToDictionaryAsync(row => row.Handler, row => new OutboxCursor(row.Xid, row.Position), ct);
        return services.GetServices<HandlerRegistration>().All(handler => cursors.GetValueOrDefault(handler.Name) >= end)
            && services.GetRequiredService<OutboxFollowers>().HaveReached(end);
    }

    /// <summary>The last place that a reader can have reached now.</summary>
    public async Task<OutboxCursor> EndAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await OutboxReader.EndAsync(scope.ServiceProvider.GetRequiredService<SiteDb>(), ct);
    }

    /// <summary>Waits until everything committed so far has had its effects.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        var signal = services.GetRequiredService<OutboxSignal>();
        while (!await IsCaughtUpAsync(ct))
        {
            signal.Raise();
            await Task.Delay(10, ct);
        }
    }

    public static async Task<int> CountParkedAsync(SiteDb db, CancellationToken ct) => await db.Set<ParkedEvent>().CountAsync(ct);

    /// <summary>Removes rows older than a week; a follower further behind rebuilds.</summary>
    public static async Task PurgeAsync(SiteDb db, DateTime now, CancellationToken ct)
    {
        var before = now.AddDays(-7);
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<OutboxRow>().Where(row => row.AtUtc < before).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
    }
}

using EssConsult.Kernel.Data;
using EssConsult.Kernel.Jobs;
using EssConsult.Kernel.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EssConsult.Kernel.Events;

/// <summary>
/// Takes one handler over its next events. Effects and cursor commit together, so a crash repeats nothing; an event that keeps failing
/// is parked so that those behind it go on.
/// </summary>
internal sealed class HandlerRunner(IServiceScopeFactory scopes, FeatureSwitch features, TimeProvider clock, ILogger<HandlerRunner> log)
{
    /// <summary>Events read at once; those that a handler does not take cost it nothing but the reading.</summary>
    public const int Batch = 1000;

    private const int Attempts = 5;
    private readonly Dictionary<string, (int Attempts, DateTime NextUtc)> failures = [];

    // A handler that failed waits its time while the others go on.
    public bool IsDue(HandlerRegistration handler) => !failures.TryGetValue(handler.Name, out var failed) || failed.NextUtc <= clock.UtcNow();

    public async Task<bool> TryAdvanceAsync(HandlerRegistration handler, CancellationToken ct)
    {
        try
        {
            return await AdvanceAsync(handler, Batch, ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return await RetryOneAsync(handler, ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> AdvanceAsync(HandlerRegistration handler, int limit, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        await using var write = await db.BeginWriteAsync(ct);
        if (!await Lease.TakeAsync(db, "handler:" + handler.Name, clock.UtcNow(), TimeSpan.FromSeconds(5), ct))
        {
            return false;
        }

        var cursor = await CursorAsync(db, handler.Name, ct);
        var events = UpTo(handler.CallsAtOnce, handler, await OutboxReader.ReadAsync(db, At(cursor), limit, ct));
        if (events.Count == 0)
        {
            return false;
        }

        if (features.IsEnabled(handler.ModuleId))
        {
            foreach (var happened in events.Where(happened => handler.Takes(happened.Type)))
            {
                using var causes = db.CausedBy(happened.Cause);
                await handler.CallAsync(scope.ServiceProvider, happened.Type, happened.Payload, ct);
            }
        }

        (cursor.Xid, cursor.Position) = (events[^1].Cursor.Xid, events[^1].Cursor.Position);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        failures.Remove(handler.Name);
        return true;
    }

    private static List<OutboxEvent> UpTo(int calls, HandlerRegistration handler, List<OutboxEvent> events)
    {
        var last = events.Where(happened => handler.Takes(happened.Type)).Take(calls).LastOrDefault();
        return last is null || events.Count(happened => handler.Takes(happened.Type)) <= calls ? events : events[..(events.IndexOf(last) + 1)];
    }

    /// <summary>After a failed batch: one event alone, and after the last attempt its place in the car park.</summary>
    private async Task<bool> RetryOneAsync(HandlerRegistration handler, CancellationToken ct)
    {
        try
        {
            return await AdvanceAsync(handler, 1, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            var attempt = failures.GetValueOrDefault(handler.Name).Attempts + 1;
            failures[handler.Name] = (attempt, clock.UtcNow().AddMilliseconds(100 * Math.Pow(3, attempt)));
            log.LogError(error, "{Handler} failed on an event, attempt {Attempt} of {Attempts}", handler.Name, attempt, Attempts);
            if (attempt < Attempts)
            {
                return false;
            }

            return await TryParkAsync(handler, error.InnerException ?? error, ct);
        }
    }

    // When not even the car park can be written, the database is what fails: the event is kept and tried again.
    private async Task<bool> TryParkAsync(HandlerRegistration handler, Exception cause, CancellationToken ct)
    {
        try
        {
            await ParkAsync(handler, $"{cause.GetType().Name}: {cause.Message}", ct);
            failures.Remove(handler.Name);
            return true;
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            log.LogError(error, "{Handler}: an event could not be parked", handler.Name);
            return false;
        }
    }

    private async Task ParkAsync(HandlerRegistration handler, string error, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        await using var write = await db.BeginWriteAsync(ct);
        var cursor = await CursorAsync(db, handler.Name, ct);
        if (await OutboxReader.ReadAsync(db, At(cursor), 1, ct) is not [var poison])
        {
            return;
        }

        if (handler.Takes(poison.Type))
        {
            db.Add(new ParkedEvent
            {
                Handler = handler.Name, Position = poison.Cursor.Position, Type = poison.Type, Payload = poison.Payload, Error = error, AtUtc = clock.UtcNow(),
            });
        }

        (cursor.Xid, cursor.Position) = (poison.Cursor.Xid, poison.Cursor.Position);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    private static async Task<HandlerCursor> CursorAsync(SiteDb db, string handler, CancellationToken ct)
    {
        var cursor = await db.Set<HandlerCursor>().FirstOrDefaultAsync(row => row.Handler == handler, ct);
        return cursor ?? db.Add(new HandlerCursor { Handler = handler }).Entity;
    }

    private static OutboxCursor At(HandlerCursor cursor) => new(cursor.Xid, cursor.Position);
}

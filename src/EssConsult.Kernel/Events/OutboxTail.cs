using EssConsult.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Events;

/// <summary>
/// The newest events, read once for all followers of this node: a dozen of them ask after every commit, and nearly always for the
/// same few rows. A follower that is further behind reads for itself.
/// </summary>
internal sealed class OutboxTail(IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider clock) : IDisposable
{
    private const int Kept = 2_000;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly List<OutboxEvent> events = [];
    private OutboxCursor start;
    private OutboxCursor end;
    private long seen = -1;
    private DateTimeOffset lookedAt;

    /// <summary>The next events after a place, at most as many as asked for, in an order in which nothing can appear behind the reader.</summary>
    public async Task<IReadOnlyList<OutboxEvent>> ReadAsync(OutboxCursor after, int limit, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (after > end)
            {
                Restart(after);
            }

            if (after >= start)
            {
                if (after == end && IsNews())
                {
                    await LookAsync(limit, ct);
                }

                return After(after, limit);
            }
        }
        finally
        {
            turn.Release();
        }

        await using var scope = scopes.CreateAsyncScope();
        return await OutboxReader.ReadAsync(scope.ServiceProvider.GetRequiredService<SiteDb>(), after, limit, ct);
    }

    public void Dispose() => turn.Dispose();

    // Commits of this process raise the signal; those of other nodes, and what a running transaction held back, come with the poll.
    private bool IsNews() => signal.Raised != seen || clock.GetUtcNow() - lookedAt >= OutboxSignal.Poll;

    private async Task LookAsync(int limit, CancellationToken ct)
    {
        // Noted before reading: a commit that comes meanwhile is news again.
        var (raised, now) = (signal.Raised, clock.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var found = await OutboxReader.ReadAsync(scope.ServiceProvider.GetRequiredService<SiteDb>(), end, limit, ct);
        (seen, lookedAt) = (found.Count == limit ? -1 : raised, now);
        if (found.Count == 0)
        {
            return;
        }

        events.AddRange(found);
        end = found[^1].Cursor;
        if (events.Count > Kept)
        {
            start = events[events.Count - (Kept / 2) - 1].Cursor;
            events.RemoveRange(0, events.Count - (Kept / 2));
        }
    }

    private List<OutboxEvent> After(OutboxCursor after, int limit)
    {
        var from = events.Count;
        while (from > 0 && events[from - 1].Cursor > after)
        {
            from--;
        }

        return events.GetRange(from, Math.Min(limit, events.Count - from));
    }

    private void Restart(OutboxCursor at)
    {
        events.Clear();
        (start, end, seen) = (at, at, -1);
    }
}

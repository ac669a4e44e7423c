using EssConsult.Search.Near;
using Lucene.Net.Index;
using Microsoft.Extensions.Logging;

namespace EssConsult.Search.Indexing;

/// <summary>
/// Keeps this node's index current. What was written since the last commit is lost in a crash and followed again from the
/// commit's cursor: every event may come twice.
/// </summary>
internal sealed class IndexFollower(NodeIndex index, IndexBuild build, Neighbours neighbours, SharedReads reads, TimeProvider clock, ILogger<IndexFollower> log)
    : IFollow, IDisposable
{
    /// <summary>A batch of this many events says that many people write: neighbours wait for their first reader.</summary>
    private const int AtEase = 50;
    private static readonly TimeSpan CommitEvery = TimeSpan.FromSeconds(5);
    private readonly Lock committing = new();
    private ITimer? timer;
    private OutboxCursor reached;
    private bool uncommitted;

    public string Name => "search";

    public Task<OutboxCursor?> ResumeAsync(CancellationToken ct) => Task.FromResult(index.Open());

    public async Task RebuildAsync(OutboxCursor upTo, CancellationToken ct)
    {
        await GuardedAsync(async () =>
        {
            await build.RebuildAsync(upTo, progress: null, ct);
            neighbours.Forget();
            reads.Forget(["site"]);
        });
    }

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (!index.IsOpen)
        {
            index.Open();
            await RebuildAsync(events[^1].Cursor, ct);
        }
        else if (build.NeedsAll(events))
        {
            await RebuildAsync(events[^1].Cursor, ct);
        }
        else
        {
            await GuardedAsync(async () =>
            {
                var touched = await build.UpdateAsync(events, ct);
                Reach(events[^1].Cursor);
                neighbours.Renew(touched, hurried: events.Count > AtEase);
                reads.Forget(touched);
            });
        }
    }

    public void Stop()
    {
        Dispose();
        index.Dispose();
    }

    public void Dispose()
    {
        timer?.Dispose();
        CommitOrGiveUp();
    }

    /// <summary>A write that Lucene could not do (it drops what it holds in memory) leaves an index of unknown state: it is given up, and the next attempt builds it anew.</summary>
    private async Task GuardedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            lock (committing)
            {
                uncommitted = false;
                index.Abandon();
            }

            throw;
        }
    }

    private void Reach(OutboxCursor cursor)
    {
        lock (committing)
        {
            (reached, uncommitted) = (cursor, true);
            timer ??= clock.CreateTimer(_ => CommitOrGiveUp(), state: null, CommitEvery, CommitEvery);
        }
    }

    /// <summary>
    /// On the timer's thread or at the end: a full disk costs the index, which is built anew, not the site. A commit may hold
    /// documents newer than its cursor, never older ones.
    /// </summary>
    private void CommitOrGiveUp()
    {
        lock (committing)
        {
            if (!uncommitted || !index.IsOpen)
            {
                return;
            }

            uncommitted = false;
            try
            {
                index.Commit(reached);
            }
            catch (Exception error) when (IndexFiles.IsDamage(error))
            {
                log.LogError(error, "The search index could not be written; it will be built anew");
                index.Abandon();
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EssConsult.Kernel.Events;

/// <summary>Runs every follower of this node, each at its own pace.</summary>
internal sealed class OutboxFollowers(
    IServiceScopeFactory scopes, OutboxTail tail, IEnumerable<IFollow> followers, OutboxSignal signal, TimeProvider clock, ILogger<OutboxFollowers> log)
    : BackgroundService
{
    private const int Batch = 500;
    private const int LongestForBooks = 5;
    private readonly ConcurrentDictionary<string, OutboxCursor> reached = new();

    /// <summary>Whether every follower has come to the given place.</summary>
    internal bool HaveReached(OutboxCursor end) => followers.All(follower => reached.TryGetValue(follower.Name, out var at) && at >= end);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(followers.Select(follower => Task.Run(() => RunAsync(follower, stoppingToken), stoppingToken)));

    private async Task RunAsync(IFollow follower, CancellationToken ct)
    {
        try
        {
            await GoOnAsync(follower, ct);
        }
        finally
        {
            follower.Stop();
        }
    }

    private async Task GoOnAsync(IFollow follower, CancellationToken ct)
    {
        var pace = new Pace(times: 4, longest: TimeSpan.FromMilliseconds(500));
        while (!ct.IsCancellationRequested)
        {
            await pace.RestAsync(ct);
            var raised = signal.Next();
            var since = Stopwatch.GetTimestamp();
            try
            {
                var taken = await StepAsync(follower, ct);
                if (taken == Batch)
                {
                    continue;
                }

                if (taken > 0)
                {
                    pace.Took(since);
                }
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                log.LogError(error, "{Follower} failed; it will go on from where it stood", follower.Name);
            }

            await OutboxSignal.WaitAsync(raised, clock, ct);
        }
    }

    /// <returns>How many events it took.</returns>
    private async Task<int> StepAsync(IFollow follower, CancellationToken ct)
    {
        if (!reached.TryGetValue(follower.Name, out var cursor))
        {
            cursor = await StartAsync(follower, ct);
        }

        var events = await tail.ReadAsync(cursor, Batch, ct);
        if (events.Count > 0)
        {
            if (follower is PageCacheEviction)
            {
                await BooksAsync(events[^1].Cursor, ct);
            }

            await follower.FollowAsync(events, ct);
            cursor = events[^1].Cursor;
        }

        reached[follower.Name] = cursor;
        return events.Count;
    }

    // A book that fails must not keep stale pages for good.
    private async Task BooksAsync(OutboxCursor end, CancellationToken ct)
    {
        var last = Stopwatch.GetTimestamp() + (Stopwatch.Frequency * LongestForBooks);
        while (Stopwatch.GetTimestamp() < last && !followers.OfType<IBook>().All(book => reached.TryGetValue(book.Name, out var at) && at >= end))
        {
            await Task.Delay(2, ct);
        }
    }

    private async Task<OutboxCursor> StartAsync(IFollow follower, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var end = await OutboxReader.EndAsync(scope.ServiceProvider.GetRequiredService<SiteDb>(), ct);
        var cursor = await follower.ResumeAsync(ct);

        // Further than events that are still kept: the database is an older one, brought back from a backup.
        if (cursor is null || (cursor > end && cursor != OutboxCursor.Now && end > OutboxCursor.Start))
        {
            await follower.RebuildAsync(end, ct);
            return end;
        }

        return cursor.Value > end ? end : cursor.Value;
    }
}

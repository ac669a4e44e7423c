using System.Collections.Concurrent;
using EssConsult.Kernel.Events;

namespace EssConsult.Kernel.Tests.Probe;

/// <summary>Follows from the first event on.</summary>
internal sealed class ProbeFollower : IFollow
{
    private readonly ConcurrentQueue<OutboxEvent> seen = new();

    public string Name => "probe";

    public IReadOnlyCollection<OutboxEvent> Seen => seen;

    public Task<OutboxCursor?> ResumeAsync(CancellationToken ct) => Task.FromResult<OutboxCursor?>(OutboxCursor.Start);

    public Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            seen.Enqueue(happened);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Has lost its cursor: rebuilds, then follows what comes after.</summary>
internal sealed class LateFollower : IFollow
{
    private readonly ConcurrentQueue<OutboxEvent> seen = new();

    public string Name => "late";

    public IReadOnlyCollection<OutboxEvent> Seen => seen;

    public OutboxCursor? RebuiltUpTo { get; private set; }

    public Task<OutboxCursor?> ResumeAsync(CancellationToken ct) => Task.FromResult<OutboxCursor?>(null);

    public Task RebuildAsync(OutboxCursor upTo, CancellationToken ct)
    {
        RebuiltUpTo = upTo;
        return Task.CompletedTask;
    }

    public Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            seen.Enqueue(happened);
        }

        return Task.CompletedTask;
    }
}

namespace EssConsult.Kernel.Events;

/// <summary>Wakes a background service of each node when an event of one kind was committed; the poll finds what has become due meanwhile.</summary>
public abstract class EventSignal<TEvent>(string name, TimeProvider clock) : IFollow, IDisposable
    where TEvent : IEvent
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim raised = new(0, 1);

    public string Name => name;

    public Task<OutboxCursor?> ResumeAsync(CancellationToken ct) => Task.FromResult<OutboxCursor?>(OutboxCursor.Now);

    public Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Is<TEvent>()))
        {
            Raise();
        }

        return Task.CompletedTask;
    }

    public void Raise()
    {
        lock (raised)
        {
            _ = raised.CurrentCount > 0 ? 0 : raised.Release();
        }
    }

    public async Task WaitAsync(CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var signal = raised.WaitAsync(enough.Token);
        await Task.WhenAny(signal, Task.Delay(Poll, clock, enough.Token));
        await enough.CancelAsync();
        await signal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        raised.Dispose();
        GC.SuppressFinalize(this);
    }
}

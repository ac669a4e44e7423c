using EssConsult.Mail.Contracts;

namespace EssConsult.Mail.Delivery;

/// <summary>Wakes the sender when a message was committed; the poll finds those whose retry is due.</summary>
internal sealed class MailSignal(TimeProvider clock) : IFollow, IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim raised = new(0, 1);

    public string Name => "mail-signal";

    public Task<OutboxCursor?> ResumeAsync(CancellationToken ct) => Task.FromResult<OutboxCursor?>(OutboxCursor.Now);

    public Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        if (events.Any(happened => happened.Is<MailQueued>()))
        {
            Raise();
        }

        return Task.CompletedTask;
    }

    internal void Raise()
    {
        lock (raised)
        {
            _ = raised.CurrentCount > 0 ? 0 : raised.Release();
        }
    }

    public void Dispose() => raised.Dispose();

    public async Task WaitAsync(CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var signal = raised.WaitAsync(enough.Token);
        await Task.WhenAny(signal, Task.Delay(Poll, clock, enough.Token));
        await enough.CancelAsync();
        await signal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }
}

namespace EssConsult.Kernel.Events;

/// <summary>Wakes this node's readers after a commit; other nodes' commits are found by the poll.</summary>
public sealed class OutboxSignal
{
    internal static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private volatile TaskCompletionSource next = New();
    private long raised;

    /// <summary>How often a commit was told of.</summary>
    internal long Raised => Interlocked.Read(ref raised);

    internal void Raise()
    {
        Interlocked.Increment(ref raised);
        Interlocked.Exchange(ref next, New()).TrySetResult();
    }

    /// <summary>Take it before reading: a commit between the read and the wait is then not missed.</summary>
    internal Task Next() => next.Task;

    internal static async Task WaitAsync(Task raised, TimeProvider clock, CancellationToken ct) =>
        await raised.WaitAsync(Poll, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

namespace EssConsult.Kernel.Data;

/// <summary>
/// One writer at a time per process on SQLite, in order of arrival and without blocking a thread: SQLite has a single writer
/// anyway, and waiting here costs a queue where waiting there costs busy loops. On PostgreSQL the gate stands open.
/// </summary>
public sealed class WriteGate(bool oneWriter) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public void Dispose() => turn.Dispose();

    internal async ValueTask<IDisposable> EnterAsync(CancellationToken ct)
    {
        if (!oneWriter)
        {
            return Nothing.Instance;
        }

        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private int released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref released, 1) == 0)
            {
                turn.Release();
            }
        }
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}

namespace EssConsult.Forms.Submissions;

/// <summary>
/// Two clicks on one form come one after the other, so that the second finds what the first kept before any circuit runs. Between nodes
/// the table's unique index decides: whatever the second staged is rolled back.
/// </summary>
internal sealed class Clicks
{
    private readonly Dictionary<Guid, Turn> turns = [];

    public async Task<IDisposable> EnterAsync(Guid shownId, CancellationToken ct)
    {
        Turn turn;
        lock (turns)
        {
            turn = turns.TryGetValue(shownId, out var waiting) ? waiting : turns[shownId] = new Turn();
            turn.Wanted++;
        }

        try
        {
            await turn.Gate.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            Leave(shownId, turn);
            throw;
        }

        return new Ending(this, shownId, turn);
    }

    private void Leave(Guid shownId, Turn turn)
    {
        lock (turns)
        {
            if (--turn.Wanted == 0)
            {
                turns.Remove(shownId);
            }
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public int Wanted { get; set; }
    }

    private sealed class Ending(Clicks clicks, Guid shownId, Turn turn) : IDisposable
    {
        public void Dispose()
        {
            turn.Gate.Release();
            clicks.Leave(shownId, turn);
        }
    }
}

using System.Diagnostics;

namespace EssConsult.Search.Indexing;

/// <summary>
/// Keeps the index from taking a whole core under load: after a batch it rests four times as long as the batch took, so events
/// gather into larger batches. On a quiet site that is a few milliseconds.
/// </summary>
internal sealed class Pace
{
    private const int Rest = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);
    private long readyAt;

    /// <summary>Waits for the end of the rest; a reader with a full batch behind it goes on at once.</summary>
    public async Task WaitAsync(bool behind, CancellationToken ct)
    {
        var left = readyAt - Stopwatch.GetTimestamp();
        if (!behind && left > 0)
        {
            await Task.Delay(Stopwatch.GetElapsedTime(0, left), ct);
        }
    }

    public void Took(long since)
    {
        var rest = Stopwatch.GetElapsedTime(since) * Rest;
        readyAt = Stopwatch.GetTimestamp() + (long)((rest < Longest ? rest : Longest).TotalSeconds * Stopwatch.Frequency);
    }
}

using System.Diagnostics;

namespace EssConsult.Kernel.Events;

/// <summary>
/// Keeps a reader of the outbox from taking a whole core under load: after a batch it rests several times as long as the batch took,
/// so events gather into larger batches. On a quiet site that is a few milliseconds; who has a full batch behind it goes on at once.
/// </summary>
internal sealed class Pace(int times, TimeSpan longest)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private long readyAt;

    public async Task RestAsync(CancellationToken ct)
    {
        var left = readyAt - Stopwatch.GetTimestamp();
        if (left > 0)
        {
            await Task.Delay(Stopwatch.GetElapsedTime(0, left), ct);
        }
    }

    public void Took(long since)
    {
        var rest = Stopwatch.GetElapsedTime(since) * times;
        rest = rest < Shortest ? Shortest : rest < longest ? rest : longest;
        readyAt = Stopwatch.GetTimestamp() + (long)(rest.TotalSeconds * Stopwatch.Frequency);
    }
}

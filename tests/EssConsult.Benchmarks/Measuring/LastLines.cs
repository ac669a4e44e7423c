using System.Collections.Concurrent;
using System.Diagnostics;

namespace EssConsult.Benchmarks.Measuring;

/// <summary>Drains a process's output, which would block it otherwise, and keeps the end for an error message.</summary>
internal sealed class LastLines
{
    private const int Kept = 20;

    private readonly ConcurrentQueue<string> lines = new();

    public static LastLines Of(Process process)
    {
        var last = new LastLines();
        process.OutputDataReceived += last.Add;
        process.ErrorDataReceived += last.Add;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return last;
    }

    public override string ToString() => string.Join('\n', lines);

    private void Add(object sender, DataReceivedEventArgs received)
    {
        if (received.Data is null)
        {
            return;
        }

        lines.Enqueue(received.Data);
        if (lines.Count > Kept)
        {
            lines.TryDequeue(out _);
        }
    }
}

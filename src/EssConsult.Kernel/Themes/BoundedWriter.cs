using System.Diagnostics;
using System.Text;
using EssConsult.Kernel.Data;

namespace EssConsult.Kernel.Themes;

/// <summary>Passes on what it is given, up to a size and for a time: Fluid counts steps, not characters.</summary>
internal sealed class BoundedWriter(TextWriter inner, int maxCharacters = BoundedWriter.MaxCharacters) : TextWriter
{
    public const int MaxCharacters = 2_000_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);
    private const int WritesBetweenLooks = 256;
    private readonly long started = Stopwatch.GetTimestamp();
    private int writes;
    private int written;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        Count(1);
        inner.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Count(count);
        inner.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Count(buffer.Length);
        inner.Write(buffer);
    }

    public override void Write(string? value)
    {
        Count(value?.Length ?? 0);
        inner.Write(value);
    }

    // What it writes into lies in memory: the asynchronous forms have nothing to wait for.
    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    public override Task FlushAsync() => Task.CompletedTask;

    public override string ToString() => inner.ToString()!;

    private void Count(int characters)
    {
        // A page is thousands of small writes: the clock is looked at now and then.
        var late = (writes++ % WritesBetweenLooks) == 0 && Stopwatch.GetElapsedTime(started) > MaxTime;
        if (late || characters > maxCharacters - written)
        {
            throw LiquidLimits.Broken;
        }

        written += characters;
    }
}

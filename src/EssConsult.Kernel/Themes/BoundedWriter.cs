using System.Diagnostics;
using System.Text;
using EssConsult.Kernel.Data;

namespace EssConsult.Kernel.Themes;

/// <summary>A text writer that refuses to grow without end: Fluid counts steps, not characters.</summary>
internal sealed class BoundedWriter(int maxCharacters = BoundedWriter.MaxCharacters) : StringWriter
{
    public const int MaxCharacters = 2_000_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);
    private const int WritesBetweenLooks = 256;
    private readonly long started = Stopwatch.GetTimestamp();
    private int writes;

    public override void Write(char value)
    {
        Count(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Count(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Count(buffer.Length);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        Count(value?.Length ?? 0);
        base.Write(value);
    }

    public override void Write(StringBuilder? value)
    {
        Count(value?.Length ?? 0);
        base.Write(value);
    }

    private void Count(int characters)
    {
        // A page is thousands of small writes: the clock is looked at now and then.
        var late = (writes++ % WritesBetweenLooks) == 0 && Stopwatch.GetElapsedTime(started) > MaxTime;
        if (late || GetStringBuilder().Length + characters > maxCharacters)
        {
            throw LiquidLimits.Broken;
        }
    }
}

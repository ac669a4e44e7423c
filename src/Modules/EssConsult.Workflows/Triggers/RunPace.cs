using EssConsult.Workflows.Storage;

namespace EssConsult.Workflows.Triggers;

/// <summary>How often each circuit has begun in this minute, on this node. One that runs wild is slowed down, and the others go on.</summary>
internal sealed class RunPace(TimeProvider clock)
{
    private readonly Dictionary<string, int> begun = [];
    private DateTime minute;

    /// <summary>When the run may begin; null is now.</summary>
    public DateTime? PutOff(WorkflowDueRow due)
    {
        var now = clock.UtcNow();
        var current = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        if (current != minute)
        {
            begun.Clear();
            minute = current;
        }

        var count = begun[due.TypeId] = begun.GetValueOrDefault(due.TypeId) + 1;
        return count > WorkflowLimits.RunsAMinute ? current.AddMinutes(1) : null;
    }
}

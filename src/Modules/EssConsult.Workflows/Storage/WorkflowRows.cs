using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Storage;

/// <summary>A circuit: Orchard's JSON as it came, and what must be found without reading it.</summary>
internal sealed class WorkflowTypeRow
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public bool IsEnabled { get; set; }

    public required string Json { get; set; }

    /// <summary>What is being drawn and does not run yet; null when nothing is.</summary>
    public string? Draft { get; set; }

    /// <summary>Two people who draw at once do not overwrite one another.</summary>
    public int Version { get; set; }

    public DateTime ModifiedUtc { get; set; }
}

/// <summary>A run that waits, failed, or is kept for its journal.</summary>
internal sealed class WorkflowInstanceRow
{
    public required string Id { get; init; }

    public required string TypeId { get; init; }

    /// <summary>Never null: Orchard takes no correlation and an empty one for the same.</summary>
    public string CorrelationId { get; set; } = string.Empty;

    public WorkflowStatus Status { get; set; }

    public string? FaultMessage { get; set; }

    /// <summary>Orchard's State object.</summary>
    public required string State { get; set; }

    public DateTime CreatedUtc { get; init; }

    public DateTime ModifiedUtc { get; set; }

    /// <summary>Two nodes that run the same instance cannot both keep what they did.</summary>
    public int Version { get; set; }
}

/// <summary>An activity at which a run waits; its name and correlation are how an event finds it among ten thousand.</summary>
internal sealed class WorkflowWaitRow
{
    public required string InstanceId { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityName { get; init; }

    public required string TypeId { get; init; }

    public required string CorrelationId { get; set; }

    /// <summary>When it goes on by itself; null when something must happen first, or once its turn is in the queue.</summary>
    public DateTime? DueUtc { get; set; }
}

/// <summary>A step of a run. It says what happened, never with which words: those lie in the state, which can be erased.</summary>
internal sealed class WorkflowJournalRow
{
    public required string InstanceId { get; init; }

    /// <summary>From 1 on.</summary>
    public int Number { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityName { get; init; }

    /// <summary>By commas; null when the activity waits.</summary>
    public string? Outcomes { get; init; }

    public DateTime AtUtc { get; init; }

    public long TookMicroseconds { get; init; }

    /// <summary>Characters of the last result that the activity found, and that it left.</summary>
    public int InSize { get; init; }

    public int OutSize { get; init; }

    public string? Error { get; init; }
}

/// <summary>An event that circuits have yet to hear of, in its order.</summary>
internal sealed class WorkflowTriggerRow
{
    public long Number { get; init; }

    public required string EventName { get; init; }

    public required string CorrelationId { get; init; }

    public required string Input { get; init; }

    /// <summary>The circuits whose runs led to it, by commas: they are not started, nor their runs taken up, by what they caused.</summary>
    public string Chain { get; init; } = string.Empty;

    /// <summary>Runs about the same that wait, of circuits that start on it, are given up.</summary>
    public bool Supersedes { get; init; }

    public DateTime AtUtc { get; init; }
}

/// <summary>When a circuit that starts by the clock starts next.</summary>
internal sealed class WorkflowTimerRow
{
    public required string TypeId { get; init; }

    public required string ActivityId { get; set; }

    /// <summary>What the times follow from: the expression and whose clock.</summary>
    public required string Schedule { get; set; }

    /// <summary>Null when its expression has no time left.</summary>
    public DateTime? NextUtc { get; set; }

    public DateTime? LastUtc { get; set; }
}

/// <summary>A run that an event starts or takes up again, and that has not had its turn.</summary>
internal sealed class WorkflowDueRow
{
    public long Number { get; init; }

    public required string TypeId { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>Null starts a new run.</summary>
    public string? InstanceId { get; init; }

    public required string CorrelationId { get; init; }

    public required string Input { get; init; }

    public string Chain { get; init; } = string.Empty;

    /// <summary>Somebody wants a failed run to go on; nothing else reaches one.</summary>
    public bool IsRetry { get; init; }

    public int Attempts { get; set; }

    /// <summary>Put off: its circuit has run too often in this minute.</summary>
    public DateTime? NotBeforeUtc { get; set; }
}

namespace EssConsult.Contributions.Contracts;

public enum ModerationPolicy
{
    /// <summary>Before publication until the author's first acceptance, then after.</summary>
    FirstThenAfter,
    Before,
    After,
}

/// <summary>A démarche, as pages and rules read it: from memory, refreshed when its content changes.</summary>
public sealed record Process
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Address below the root, without the leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>The question in one sentence.</summary>
    public required string Question { get; init; }

    public string Brief { get; init; } = string.Empty;

    public string Stakes { get; init; } = string.Empty;

    public string OutOfScope { get; init; } = string.Empty;

    public string DecidedBy { get; init; } = string.Empty;

    public DateTime? AnswerByUtc { get; init; }

    public string Contact { get; init; } = string.Empty;

    public ModerationPolicy Moderation { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>Invented for the demonstration: marked on screen, kept out of feeds, index and open data.</summary>
    public bool IsDemo { get; init; }

    public IReadOnlyList<Phase> Phases { get; init; } = [];

    public Phase? FindPhase(string id) => Phases.FirstOrDefault(phase => phase.Id == id);

    /// <summary>The étape under way; between two étapes, none.</summary>
    public Phase? CurrentPhase(DateTime now) => IsArchived ? null : Phases.LastOrDefault(phase => phase.IsOpen(now));

    /// <summary>The étape in which one may write now; null when none is open for that.</summary>
    public Phase? WritingPhase(DateTime now) => IsArchived ? null : Phases.FirstOrDefault(phase => phase.AcceptsContributions && phase.IsOpen(now));
}

/// <summary>An étape. Both ends are instants; the end is the first instant at which it is over.</summary>
public sealed record Phase
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string Kind { get; init; } = "information";

    public string Summary { get; init; } = string.Empty;

    /// <summary>What took part, in words: « 300 participants ».</summary>
    public string Scale { get; init; } = string.Empty;

    public DateTime? StartsUtc { get; init; }

    public DateTime? EndsUtc { get; init; }

    public bool AcceptsContributions { get; init; }

    public bool AcceptsComments { get; init; }

    public bool AcceptsSupports { get; init; }

    public bool IsOpen(DateTime now) => (StartsUtc is null || StartsUtc <= now) && !IsOver(now);

    public bool IsOver(DateTime now) => EndsUtc is not null && EndsUtc <= now;
}

/// <summary>Every published démarche, the most recent first.</summary>
public interface IProcesses
{
    IReadOnlyList<Process> All { get; }

    Process? Find(string processId);
}

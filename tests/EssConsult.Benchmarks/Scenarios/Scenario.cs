using EssConsult.Benchmarks.Measuring;

namespace EssConsult.Benchmarks.Scenarios;

/// <summary>
/// One thing to measure. In each round: <see cref="Prepare"/>, start <see cref="Server"/>, build <see cref="Load"/>,
/// warm up, measure, <see cref="PostCondition"/>, kill.
/// </summary>
internal sealed record Scenario
{
    public required string Name { get; init; }

    /// <summary>What is measured, in a few words for the table.</summary>
    public required string Title { get; init; }

    /// <summary>The floor it is divided by, measured in the same round; null for the lowest floor.</summary>
    public string? Against { get; init; }

    /// <summary>Required requests/s, as a part of the floor's; null where nothing is required.</summary>
    public double? MinimumRatio { get; init; }

    /// <summary>Required upper bound of p99 ÷ median; null where nothing is required.</summary>
    public double? MaximumTail { get; init; }

    /// <summary>Required upper bound of the time from the start of the process to its first answer; null where nothing is required.</summary>
    public TimeSpan? MaximumStart { get; init; }

    /// <summary>How many requests make one of what is counted: a contribution is written, then confirmed.</summary>
    public int RequestsEach { get; init; } = 1;

    /// <summary>Rows that the load adds, counted before and after it; null where it adds none.</summary>
    public Func<Workbench, CancellationToken, Task<long>>? Rows { get; init; }

    /// <summary>Fills the scenario's folder. What is costly and only read may be kept in <see cref="Workbench.Shared"/>.</summary>
    public Func<Workbench, CancellationToken, Task> Prepare { get; init; } = (_, _) => Task.CompletedTask;

    public required Func<Workbench, ServerLaunch> Server { get; init; }

    /// <summary>Called on the running server: here a scenario signs in and fetches tokens.</summary>
    public required Func<Workbench, HttpClient, CancellationToken, Task<Load>> Load { get; init; }

    /// <summary>Null when the work was really done; else a sentence, and the figures do not count.</summary>
    public Func<Aftermath, CancellationToken, Task<string?>> PostCondition { get; init; } = (_, _) => Task.FromResult<string?>(null);
}

/// <summary>What the server under load is after it: still running, its folder in place.</summary>
internal sealed record Aftermath(Workbench Bench, HttpClient Client, WrkResult Load);

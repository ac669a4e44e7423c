using System.Globalization;
using System.Runtime.InteropServices;
using EssConsult.Benchmarks.Measuring;

namespace EssConsult.Benchmarks.Report;

/// <summary>What a reader needs to judge or repeat the figures.</summary>
internal sealed record RunFacts
{
    public required DateTimeOffset Date { get; init; }

    public required string Commit { get; init; }

    public required string LoadBefore { get; init; }

    public required CommandLine Line { get; init; }

    public static async Task<RunFacts> CollectAsync(CommandLine line, CancellationToken ct) => new()
    {
        Date = TimeProvider.System.GetUtcNow(),
        Commit = await CommitAsync(ct),
        LoadBefore = (await File.ReadAllTextAsync("/proc/loadavg", ct)).Split(' ')[0],
        Line = line,
    };

    public string ToMarkdown() => string.Create(CultureInfo.InvariantCulture, $"""
        - {Date:yyyy-MM-dd HH:mm} UTC, commit `{Commit}`, {Environment.ProcessorCount} cores shared by server and wrk, load {LoadBefore} before the run
        - {RuntimeInformation.FrameworkDescription}, garbage collector {GarbageCollection.Description}
        - `dotnet run -c Release --project tests/EssConsult.Benchmarks -- {Line.Text}`: {Line.Connections} connections on {Line.Threads} wrk threads, warm-up in slices of {Line.WarmUp} s, {Line.Seconds} s measured, rounds: {Line.Rounds}
        """);

    private static async Task<string> CommitAsync(CancellationToken ct)
    {
        var commit = await Command.RunAsync("git", ["rev-parse", "--short", "HEAD"], ct);
        if (commit is not { ExitCode: 0 })
        {
            return "unknown";
        }

        // The document itself changes with every recorded run.
        var changes = await Command.RunAsync("git", ["status", "--porcelain", "--", ".", $":!{PerformanceDocument.Name}"], ct);
        return commit.Output.Trim() + (string.IsNullOrWhiteSpace(changes?.Output) ? "" : " with uncommitted changes");
    }
}

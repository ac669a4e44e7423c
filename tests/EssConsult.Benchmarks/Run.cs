using EssConsult.Benchmarks.Measuring;
using EssConsult.Benchmarks.Report;
using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks;

/// <summary>One run of the tool: measure, print, and for `all` record. The exit code is 1 when a limit is missed.</summary>
internal sealed class Run(CommandLine line, TextWriter output)
{
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        RequireReleaseBuild();
        var scenarios = Catalogue.Choose(line.Names);
        var facts = await RunFacts.CollectAsync(line, ct);
        await Wrk.RequireAsync(ct);

        var results = await new Runner(line, output).MeasureAsync(scenarios, ct);
        var report = ResultsTable.Write(facts, results);
        output.WriteLine();
        output.WriteLine(report);

        // A partial run would erase the rows it did not measure.
        if (line.Names is ["all"])
        {
            PerformanceDocument.Record(report);
            output.WriteLine($"Recorded in {PerformanceDocument.Name}.");
        }

        return results.All(result => result.Shortfall is null) ? 0 : 1;
    }

    private static void RequireReleaseBuild()
    {
#if DEBUG
        throw new BenchmarkException("Figures of a Debug build mean nothing: run with -c Release.");
#endif
    }
}

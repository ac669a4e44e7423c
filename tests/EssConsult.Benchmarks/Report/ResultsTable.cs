using System.Text;
using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Report;

internal static class ResultsTable
{
    private const string Head = """
        | scenario | against | requests/s ÷ floor | required | floor's CPU ÷ its CPU, per request | p99 ÷ median | verdict | *requests/s* | *CPU µs/request* | *others' CPU* | *median ms* | *p99 ms* | *start s* |
        | --- | --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        """;

    public static string Write(RunFacts facts, IReadOnlyList<Result> results)
    {
        var text = new StringBuilder(facts.ToMarkdown()).Append("\n\n").Append(Head);
        foreach (var result in results)
        {
            text.Append('\n').Append(Row(result));
        }

        return text.ToString();
    }

    private static string Verdict(Scenario scenario) =>
        scenario.MinimumRatio is not null ? "reached" : scenario.MaximumTail is null ? "floor" : "no limit";

    private static string Row(Result result)
    {
        var scenario = result.Scenario;
        string[] cells =
        [
            $"`{scenario.Name}`: {scenario.Title}",
            scenario.Against is { } floor ? $"`{floor}`" : "itself",
            $"{result.RequestsRatio:0.000}",
            scenario.MinimumRatio is { } minimum ? $"{minimum:0.00}" : "",
            $"{result.CpuRatio:0.000}",
            $"{result.Tail:0.0}",
            result.Shortfall ?? Verdict(scenario),
            $"{result.Of(r => r.RequestsPerSecond):0}",
            $"{result.Of(r => r.CpuPerRequest * 1e6):0}",
            $"{result.Of(r => r.OthersShare):0%}",
            $"{result.Of(r => r.Median.TotalMilliseconds):0.00}",
            $"{result.Of(r => r.P99.TotalMilliseconds):0.00}",
            $"{result.Of(r => r.StartedIn.TotalSeconds):0.0}",
        ];

        return $"| {string.Join(" | ", cells)} |";
    }
}

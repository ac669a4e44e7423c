using System.Globalization;
using System.Text.RegularExpressions;

namespace EssConsult.Benchmarks.Measuring;

/// <param name="Refused">Answers other than 2xx and 3xx.</param>
/// <param name="Broken">Connections refused, cut, or silent for two seconds.</param>
internal sealed partial record WrkResult(
    long Requests,
    double RequestsPerSecond,
    TimeSpan Median,
    TimeSpan P99,
    long Refused,
    long Broken)
{
    /// <summary>Why this load proves nothing; null when every request was answered with success.</summary>
    public string? Objection => (Requests, Refused, Broken) switch
    {
        (0, _, _) => "no request was answered",
        (_, > 0, _) => $"{Refused} answers were neither 2xx nor 3xx",
        (_, _, > 0) => $"{Broken} connections broke or timed out",
        _ => null,
    };

    /// <summary>Reads what `wrk --latency` prints.</summary>
    public static WrkResult Parse(string output) => new(
        long.Parse(Required(RequestsLine().Match(output), output).Groups[1].Value, CultureInfo.InvariantCulture),
        double.Parse(Required(RateLine().Match(output), output).Groups[1].Value, CultureInfo.InvariantCulture),
        Latency(output, "50%"),
        Latency(output, "99%"),
        RefusedLine().Match(output) is { Success: true } refused ? Sum(refused) : 0,
        BrokenLine().Match(output) is { Success: true } broken ? Sum(broken) : 0);

    private static TimeSpan Latency(string output, string percentile)
    {
        var line = LatencyLine().Matches(output).FirstOrDefault(match => match.Groups[1].Value == percentile);
        var amount = double.Parse(Required(line, output).Groups[2].Value, CultureInfo.InvariantCulture);

        return line!.Groups[3].Value switch
        {
            "us" => TimeSpan.FromMicroseconds(amount),
            "ms" => TimeSpan.FromMilliseconds(amount),
            "s" => TimeSpan.FromSeconds(amount),
            _ => TimeSpan.FromMinutes(amount),
        };
    }

    private static long Sum(Match match) =>
        match.Groups.Values.Skip(1).Sum(group => long.Parse(group.Value, CultureInfo.InvariantCulture));

    private static Match Required(Match? match, string output) =>
        match is { Success: true } ? match : throw new BenchmarkException($"wrk printed something unknown:\n{output}");

    [GeneratedRegex(@"(\d+) requests in ")]
    private static partial Regex RequestsLine();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RateLine();

    [GeneratedRegex(@"^\s+(\d+%)\s+([\d.]+)(us|ms|s|m)\s*$", RegexOptions.Multiline)]
    private static partial Regex LatencyLine();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex RefusedLine();

    [GeneratedRegex(@"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")]
    private static partial Regex BrokenLine();
}

using EssConsult.Benchmarks.Measuring;
using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Report;

/// <summary>A scenario's measurements and its floor's, round by round; every figure is the median over rounds.</summary>
internal sealed record Result(Scenario Scenario, IReadOnlyList<Measurement> Rounds, IReadOnlyList<Measurement> Floor)
{
    public double RequestsRatio => Median(Rounds.Zip(Floor, (own, floor) => own.RequestsPerSecond / floor.RequestsPerSecond));

    /// <summary>Floor's CPU for a request ÷ the scenario's: like the other ratio, higher is better.</summary>
    public double CpuRatio => Median(Rounds.Zip(Floor, (own, floor) => floor.CpuPerRequest / own.CpuPerRequest));

    public double Tail => Of(round => round.Tail);

    /// <summary>Which limit was missed, in words; null when none was.</summary>
    public string? Shortfall =>
        Rounds.Concat(Floor).FirstOrDefault(round => round.Objection is not null)?.Objection is { } objection ? $"not counted: {objection}"
        : RequestsRatio < Scenario.MinimumRatio ? $"below {Scenario.MinimumRatio:0%} of {Scenario.Against}"
        : Tail > Scenario.MaximumTail ? $"p99 above {Scenario.MaximumTail:0} × the median"
        : Of(round => round.StartedIn.TotalSeconds) > Scenario.MaximumStart?.TotalSeconds ? $"first answer later than {Scenario.MaximumStart.Value.TotalSeconds:0} s"
        : null;

    public double Of(Func<Measurement, double> figure) => Median(Rounds.Select(figure));

    private static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

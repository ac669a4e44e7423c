namespace EssConsult.Benchmarks.Measuring;

/// <param name="CpuPerRequest">Server's CPU seconds for one request.</param>
/// <param name="OthersShare">Part of the cores' time, 0 to 1, that went to neither server nor wrk.</param>
/// <param name="StartedIn">From the start of the process to its first answer.</param>
/// <param name="Objection">Why the figures do not count; null when they do.</param>
internal sealed record Measurement(
    double RequestsPerSecond,
    double CpuPerRequest,
    double OthersShare,
    TimeSpan Median,
    TimeSpan P99,
    TimeSpan StartedIn,
    string? Objection)
{
    private const double MostForOthers = 0.15;

    public bool IsDisturbed => OthersShare > MostForOthers;

    public double Tail => P99 / Median;

    public static Measurement Of(WrkResult load, Cpu cpu, int seconds, int requestsEach, TimeSpan startedIn, string? objection)
    {
        var others = cpu.Others.TotalSeconds / (seconds * Environment.ProcessorCount);
        var measurement = new Measurement(
            load.RequestsPerSecond / requestsEach, cpu.Server.TotalSeconds / load.Requests * requestsEach, others, load.Median, load.P99, startedIn, objection ?? load.Objection);

        return measurement is { IsDisturbed: true, Objection: null }
            ? measurement with { Objection = $"{others:0%} of the machine went to other programs" }
            : measurement;
    }
}

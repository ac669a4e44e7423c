using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Measuring;

/// <summary>
/// Loads a server until it no longer becomes faster. Under full load tiered compilation competes for the cores: the Razor floor
/// doubles its rate between the fifth and the fifteenth second, and pages of the site stand still for a while before their last leap.
/// </summary>
internal sealed class WarmUp(Wrk wrk, int seconds)
{
    private const int AtLeast = 7;
    private const int AtMost = 12;
    private const double StillFaster = 1.03;

    public async Task RunAsync(Load load, CancellationToken ct)
    {
        var best = 0.0;
        for (var slice = 1; slice <= AtMost; slice++)
        {
            var rate = (await wrk.RunAsync(load, seconds, ct)).RequestsPerSecond;
            if (slice >= AtLeast && rate < best * StillFaster)
            {
                return;
            }

            best = Math.Max(best, rate);
        }
    }
}

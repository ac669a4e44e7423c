using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Measuring;

/// <summary>
/// Loads a server until it no longer becomes faster and its code is compiled. Under full load tiered compilation competes for the
/// cores: the Razor floor doubles its rate between the fifth and the fifteenth second, pages of the site stand still for a while
/// before their last leap, and a form of the site is still being compiled, with a third of the time of both cores, after half a minute.
/// </summary>
internal sealed class WarmUp(Wrk wrk, int serverId, int seconds)
{
    private const int AtLeast = 7;
    private const int AtMost = 30;
    private const double StillFaster = 1.03;
    private const double StillCompiling = 0.02;

    public async Task RunAsync(Load load, CancellationToken ct)
    {
        var best = 0.0;
        for (var slice = 1; slice <= AtMost; slice++)
        {
            var before = CompilerTime.Read(serverId);
            var rate = (await wrk.RunAsync(load, seconds, ct)).RequestsPerSecond;
            var compiling = CompilerTime.Read(serverId).Since(before) / TimeSpan.FromSeconds(seconds);
            if (slice >= AtLeast && rate < best * StillFaster && compiling < StillCompiling)
            {
                return;
            }

            best = Math.Max(best, rate);
        }
    }
}

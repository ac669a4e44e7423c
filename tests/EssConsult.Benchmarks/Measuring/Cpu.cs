using System.Globalization;

namespace EssConsult.Benchmarks.Measuring;

/// <summary>CPU time so far, or between two readings, to 10 ms. Source: proc(5).</summary>
/// <param name="Server">All threads of the server, user and kernel.</param>
/// <param name="Load">What this process waited for: wrk.</param>
/// <param name="Machine">All that was not idle.</param>
internal sealed record Cpu(TimeSpan Server, TimeSpan Load, TimeSpan Machine)
{
    // USER_HZ, 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>What neither the server nor wrk used: other programs, which spoil a measurement.</summary>
    public TimeSpan Others => Machine - Server - Load;

    public static Cpu Read(int serverId)
    {
        // Fields 14 and 15: own user and kernel time; 16 and 17: those of children that ended.
        var server = Fields($"/proc/{serverId}/stat");
        var own = Fields("/proc/self/stat");

        // user, nice, system, idle, iowait, irq, softirq, steal
        var machine = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return new Cpu(
            Time(server[11], server[12]),
            Time(own[13], own[14]),
            Time(machine[1], machine[2], machine[3], machine[6], machine[7], machine[8]));
    }

    public Cpu Since(Cpu earlier) => new(Server - earlier.Server, Load - earlier.Load, Machine - earlier.Machine);

    /// <summary>From the third field on: the second is the program's name in parentheses and may hold spaces.</summary>
    internal static string[] Fields(string path)
    {
        if (!File.Exists(path))
        {
            throw new BenchmarkException($"{path} is missing: the benchmarks run on Linux, and the server must outlive its load.");
        }

        var stat = File.ReadAllText(path);
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    internal static TimeSpan Time(params IEnumerable<string> ticks) =>
        TimeSpan.FromSeconds(ticks.Sum(count => long.Parse(count, CultureInfo.InvariantCulture)) / TicksPerSecond);
}

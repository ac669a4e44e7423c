using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Measuring;

/// <summary>Debian's wrk: a closed loop of connections, each asking again as soon as it is answered.</summary>
internal sealed class Wrk(CommandLine line, string folder, Uri server)
{
    private const string Missing = "wrk is not installed. On Debian: apt-get install wrk.";

    public static async Task RequireAsync(CancellationToken ct)
    {
        // `wrk --version` prints its version and exits with 1.
        _ = await Command.RunAsync("wrk", ["--version"], ct) ?? throw new BenchmarkException(Missing);
    }

    public async Task<WrkResult> RunAsync(Load load, int seconds, CancellationToken ct)
    {
        var threads = load.ThreadPerConnection ? line.Connections : line.Threads;
        List<string> arguments = ["--latency", $"-t{threads}", $"-c{line.Connections}", $"-d{seconds}s"];
        if (load.Lua is not null)
        {
            var script = Path.Combine(folder, "load.lua");
            await File.WriteAllTextAsync(script, load.Lua, ct);
            arguments.AddRange(["--script", script]);
        }

        arguments.Add(new Uri(server, load.Path).AbsoluteUri);
        if (load.Lua is not null)
        {
            var people = Path.Combine(folder, "load.txt");
            await File.WriteAllLinesAsync(people, load.People, ct);
            arguments.AddRange(["--", people, $"{threads}"]);
        }

        var run = await Command.RunAsync("wrk", arguments, ct) ?? throw new BenchmarkException(Missing);
        return run.ExitCode == 0
            ? WrkResult.Parse(run.Output)
            : throw new BenchmarkException($"wrk failed: {run.Error}{run.Output}");
    }
}

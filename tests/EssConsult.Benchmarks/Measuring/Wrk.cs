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
        List<string> arguments = ["--latency", $"-t{(load.ThreadPerConnection ? line.Connections : line.Threads)}", $"-c{line.Connections}", $"-d{seconds}s"];
        if (load.Lua is not null)
        {
            var script = Path.Combine(folder, "load.lua");
            await File.WriteAllTextAsync(script, load.Lua, ct);
            arguments.AddRange(["--script", script]);
        }

        arguments.Add(new Uri(server, load.Path).AbsoluteUri);

        var run = await Command.RunAsync("wrk", arguments, ct) ?? throw new BenchmarkException(Missing);
        return run.ExitCode == 0
            ? WrkResult.Parse(run.Output)
            : throw new BenchmarkException($"wrk failed: {run.Error}{run.Output}");
    }
}

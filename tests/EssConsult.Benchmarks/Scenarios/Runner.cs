using EssConsult.Benchmarks.Measuring;
using EssConsult.Benchmarks.Report;

namespace EssConsult.Benchmarks.Scenarios;

internal sealed class Runner(CommandLine line, TextWriter output)
{
    // A build that starts elsewhere on the machine need not spoil a long run.
    private const int Attempts = 3;

    private readonly string shared = Path.Combine(line.Folder, "shared");

    /// <summary>Results in the order of the scenarios. Rounds alternate floors and scenarios, so that a slow minute of the machine hits both.</summary>
    public async Task<IReadOnlyList<Result>> MeasureAsync(IReadOnlyList<Scenario> scenarios, CancellationToken ct)
    {
        EmptyFolder(shared);
        var measured = scenarios.ToDictionary(scenario => scenario.Name, _ => new List<Measurement>());

        for (var round = 1; round <= line.Rounds; round++)
        {
            foreach (var scenario in scenarios)
            {
                output.Write($"round {round}/{line.Rounds}  {scenario.Name,-24}");
                var measurement = await MeasureAsync(scenario, ct);
                measured[scenario.Name].Add(measurement);
                output.WriteLine($"{measurement.RequestsPerSecond,9:0} req/s  {measurement.Objection}");
            }
        }

        return [.. scenarios.Select(scenario => new Result(
            scenario,
            measured[scenario.Name],
            measured[scenario.Against ?? scenario.Name]))];
    }

    private async Task<Measurement> MeasureAsync(Scenario scenario, CancellationToken ct)
    {
        var bench = new Workbench(Path.Combine(line.Folder, scenario.Name), shared, line.Port);
        EmptyFolder(bench.Folder);
        await scenario.Prepare(bench, ct);

        await using var server = await ServerProcess.StartAsync(scenario.Server(bench), bench.Port, ct);

        // Scenarios speak for many browsers: one jar for all would mix their cookies.
        using var handler = new HttpClientHandler { UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        var load = await scenario.Load(bench, client, ct);
        var wrk = new Wrk(line, bench.Folder, server.Address);
        await new WarmUp(wrk, server.Id, line.WarmUp).RunAsync(load, ct);

        for (var attempt = 1; ; attempt++)
        {
            var rows = await RowsAsync(scenario, bench, ct);
            var before = Cpu.Read(server.Id);
            var result = await wrk.RunAsync(load, line.Seconds, ct);
            var spent = Cpu.Read(server.Id).Since(before);

            var objection = await scenario.PostCondition(new Aftermath(bench, client, result), ct) ?? Lost(scenario, result, await RowsAsync(scenario, bench, ct) - rows);
            var measurement = Measurement.Of(result, spent, line.Seconds, scenario.RequestsEach, server.StartedIn, objection);
            if (!measurement.IsDisturbed || attempt == Attempts)
            {
                return measurement;
            }
        }
    }

    private static Task<long> RowsAsync(Scenario scenario, Workbench bench, CancellationToken ct) =>
        scenario.Rows is { } count ? count(bench, ct) : Task.FromResult(0L);

    // The first of several requests may be answered when the load ends, and the last of them not.
    private string? Lost(Scenario scenario, WrkResult load, long added) =>
        scenario.Rows is not null && added < (load.Requests / scenario.RequestsEach) - (scenario.RequestsEach > 1 ? line.Connections : 0)
            ? $"{load.Requests} answers but {added} rows"
            : null;

    private static void EmptyFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }
}

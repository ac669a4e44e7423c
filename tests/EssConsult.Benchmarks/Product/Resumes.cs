using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Benchmarks.Measuring;
using EssConsult.Benchmarks.Scenarios;
using Microsoft.Data.Sqlite;

namespace EssConsult.Benchmarks.Product;

/// <summary>
/// How long a run that waits takes to go on when something happens to what it is about, beside a hundred runs that wait and beside ten
/// thousand. No request causes it: the events lie in the site's queue when it starts, and the journal says when each was taken up.
/// </summary>
internal sealed class Resumes(CommandLine line, TextWriter output)
{
    /// <summary>Taken up first: the compiler is still at work.</summary>
    private const int WarmUp = 3_000;
    private const int Measured = 500;
    private static readonly int[] Waiting = [100, 10_000];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<int> MeasureAsync(CancellationToken ct)
    {
        var rounds = new List<(int Waiting, Outcome Outcome)>();
        for (var round = 0; round < line.Rounds; round++)
        {
            foreach (var waiting in Waiting)
            {
                var bench = new Workbench(Path.Combine(line.Folder, $"resumes-{waiting}"), Path.Combine(line.Folder, "shared"), line.Port);
                rounds.Add((waiting, await MeasureAsync(bench, waiting, ct)));
            }
        }

        output.WriteLine("| runs that wait | one goes on, median ms | p95 ms | CPU ms | the site's first answer, s |");
        output.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
        var medians = rounds.GroupBy(round => round.Waiting, round => round.Outcome).Select(same => (Waiting: same.Key, Middle: same.OrderBy(outcome => outcome.MedianMs).ElementAt(line.Rounds / 2))).ToList();
        foreach (var (waiting, middle) in medians)
        {
            output.WriteLine($"| {waiting} | {middle.MedianMs:0.00} | {middle.TailMs:0.00} | {middle.CpuMs:0.00} | {middle.StartedIn.TotalSeconds:0.0} |");
        }

        output.WriteLine();
        output.WriteLine($"Beside {Waiting[1]}, {medians[1].Middle.MedianMs / medians[0].Middle.MedianMs:0.00} times as long as beside {Waiting[0]}, and {medians[1].Middle.CpuMs / medians[0].Middle.CpuMs:0.00} times the CPU.");
        return 0;
    }

    private static async Task<Outcome> MeasureAsync(Workbench bench, int waiting, CancellationToken ct)
    {
        if (Directory.Exists(bench.Folder))
        {
            Directory.Delete(bench.Folder, recursive: true);
        }

        Directory.CreateDirectory(bench.Folder);
        await Publication.EnsureAsync(bench, ct);
        await using (await ServerProcess.StartAsync(Publication.Launch(bench), bench.Port, ct))
        {
            // The first start sets the site up.
        }

        await PlayAsync(bench, ct);
        await FillAsync(bench.Folder, waiting, ct);
        await using var server = await ServerProcess.StartAsync(Publication.Launch(bench), bench.Port, ct);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        await UntilAsync(bench.Folder, Measured, limit.Token);
        var left = await LeftAsync(bench.Folder, ct);
        var before = Cpu.Read(server.Id);
        await UntilAsync(bench.Folder, 0, limit.Token);
        var spent = Cpu.Read(server.Id).Since(before);
        if (await SiteData.NumberAsync(bench.Folder, "SELECT COUNT(*) FROM workflow_instance WHERE status = 'Finished' AND type_id = '4waits'", ct) is var finished && finished != WarmUp + Measured)
        {
            throw new BenchmarkException($"{finished} runs went on, not {WarmUp + Measured}.");
        }

        var times = await BetweenAsync(bench.Folder, ct);
        return new Outcome(times[times.Count / 2], times[times.Count * 95 / 100], spent.Server.TotalMilliseconds / Math.Max(1, left), server.StartedIn);
    }

    private static async Task UntilAsync(string folder, int left, CancellationToken ct)
    {
        while (await LeftAsync(folder, ct) > left)
        {
            await Task.Delay(Pause, ct);
        }
    }

    private static Task<long> LeftAsync(string folder, CancellationToken ct) => SiteData.NumberAsync(folder, "SELECT (SELECT COUNT(*) FROM workflow_trigger) + (SELECT COUNT(*) FROM workflow_due)", ct);

    private static async Task PlayAsync(Workbench bench, CancellationToken ct)
    {
        static JsonObject Activity(string id, string name, JsonObject properties) => new() { ["ActivityId"] = id, ["Name"] = name, ["IsStart"] = id == "start", ["Properties"] = properties };
        static JsonObject Edge(int id, string from, string to) => new() { ["Id"] = id, ["SourceActivityId"] = from, ["SourceOutcomeName"] = "Done", ["DestinationActivityId"] = to };
        static JsonObject Expression(string text) => new() { ["Expression"] = text };
        var circuit = new JsonObject
        {
            ["WorkflowTypeId"] = "4waits", ["Name"] = "Waits", ["IsEnabled"] = true,
            ["Activities"] = new JsonArray(
                Activity("start", "UserDeletedEvent", []), Activity("wait", "SignalEvent", new JsonObject { ["SignalName"] = Expression("go") }),
                Activity("set", "SetPropertyTask", new JsonObject { ["PropertyName"] = "done", ["Value"] = Expression("correlationId() + '!'") })),
            ["Transitions"] = new JsonArray(Edge(0, "start", "wait"), Edge(1, "wait", "set")),
        };
        var recipe = Path.Combine(bench.Folder, "waits.recipe.json");
        await File.WriteAllTextAsync(recipe, new JsonObject { ["name"] = "waits", ["steps"] = new JsonArray(new JsonObject { ["name"] = "WorkflowType", ["data"] = new JsonArray(circuit) }) }.ToJsonString(), ct);
        if (await Command.RunAsync("dotnet", [Publication.Assembly(bench), "recipe", "run", recipe], ct, Publication.Environment(bench, bench.Folder)) is not { ExitCode: 0 })
        {
            throw new BenchmarkException("The circuit could not be brought by its recipe.");
        }
    }

    /// <summary>Runs that wait, each about something of its own, and the events that concern some of them, spread among the others.</summary>
    private static async Task FillAsync(string folder, int waiting, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "site.db")};Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            BEGIN;
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < $all - 1)
            INSERT INTO workflow_instance (id, type_id, correlation_id, status, state, created_utc, modified_utc, version)
            SELECT printf('4%025d', i), '4waits', 'c' || i, 'Halted', '{"Input":{"Signal":"none"},"Properties":{"a":"' || hex(zeroblob(400)) || '"}}', $now, $now, 1 FROM n;
            INSERT INTO workflow_wait (instance_id, activity_id, activity_name, type_id, correlation_id)
            SELECT id, 'wait', 'SignalEvent', type_id, correlation_id FROM workflow_instance WHERE type_id = '4waits';
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < $some - 1)
            INSERT INTO workflow_trigger (event_name, correlation_id, input, chain, supersedes, at_utc)
            SELECT 'SignalEvent', 'c' || (i * $all / $some), '{"Signal":"go"}', '', 0, $now FROM n;
            COMMIT;
            """;
        command.Parameters.AddWithValue("$all", waiting + WarmUp + Measured);
        command.Parameters.AddWithValue("$some", WarmUp + Measured);
        command.Parameters.AddWithValue("$now", DateTime.UtcNow);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Milliseconds from one run's first step to the next one's, sorted: the event is looked up, the run read, run, and stored.</summary>
    private static async Task<List<double>> BetweenAsync(string folder, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "site.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT at_utc FROM workflow_journal WHERE activity_id = 'wait' ORDER BY at_utc DESC LIMIT {Measured + 1}";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var moments = new List<DateTime>();
        while (await reader.ReadAsync(ct))
        {
            moments.Add(DateTime.Parse(reader.GetString(0), CultureInfo.InvariantCulture));
        }

        return [.. moments.Zip(moments.Skip(1), (later, sooner) => (later - sooner).TotalMilliseconds).Order()];
    }

    private sealed record Outcome(double MedianMs, double TailMs, double CpuMs, TimeSpan StartedIn);
}

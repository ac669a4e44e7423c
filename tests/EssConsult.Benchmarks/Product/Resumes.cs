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
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task<int> MeasureAsync(CancellationToken ct)
    {
        var medians = new List<double>();
        output.WriteLine("| runs that wait | one goes on, median ms | p95 ms | the site's first answer, s |");
        output.WriteLine("| ---: | ---: | ---: | ---: |");
        foreach (var waiting in Waiting)
        {
            var bench = new Workbench(Path.Combine(line.Folder, $"resumes-{waiting}"), Path.Combine(line.Folder, "shared"), line.Port);
            var (times, startedIn) = await MeasureAsync(bench, waiting, ct);
            medians.Add(times[times.Count / 2]);
            output.WriteLine($"| {waiting} | {times[times.Count / 2]:0.00} | {times[times.Count * 95 / 100]:0.00} | {startedIn.TotalSeconds:0.0} |");
        }

        output.WriteLine();
        output.WriteLine($"{medians[1] / medians[0]:0.00} times as long beside {Waiting[1]} as beside {Waiting[0]}.");
        return 0;
    }

    private static async Task<(List<double> Times, TimeSpan StartedIn)> MeasureAsync(Workbench bench, int waiting, CancellationToken ct)
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
        while (await SiteData.NumberAsync(bench.Folder, "SELECT (SELECT COUNT(*) FROM workflow_trigger) + (SELECT COUNT(*) FROM workflow_due)", ct) > 0)
        {
            await Task.Delay(Pause, limit.Token);
        }

        if (await SiteData.NumberAsync(bench.Folder, "SELECT COUNT(*) FROM workflow_instance WHERE status = 'Finished' AND type_id = '4waits'", ct) is var finished && finished != WarmUp + Measured)
        {
            throw new BenchmarkException($"{finished} runs went on, not {WarmUp + Measured}.");
        }

        return (await BetweenAsync(bench.Folder, ct), server.StartedIn);
    }

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
}

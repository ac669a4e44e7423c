using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EssConsult.Storms.Tests;

/// <summary>Circuits under kill -9, on two nodes, and with a script that never ends.</summary>
public sealed class CircuitStorms
{
    private const int Rounds = 20;
    private const int Runs = 500;
    private const int Timers = 2000;

    /// <summary>Five hundred events come; the process is killed while their runs go on. Each ends once, each mail is written once.</summary>
    [Theory, OnBothDatabases]
    [Trait("Category", "Storm")]
    public async Task A_run_that_is_killed_ends_once_and_its_mail_is_written_once(Database database)
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        await using var site = await SiteProcess.PrepareAsync(database, "none");
        await PlayAsync(site, Mails());
        await site.StartAsync();
        var caught = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            await using var database_ = await site.ConnectAsync();
            await ExecuteAsync(database_, $"INSERT INTO workflow_trigger (event_name, correlation_id, input, chain, supersedes, at_utc) SELECT 'UserDeletedEvent', 'r{round}-' || n, '{{}}', '', {No(database)}, '2027-01-01 00:00:00' FROM {Numbers(database, Runs)}");
            var killAfter = dice.Next(1, Runs - 1);
            await SiteProcess.UntilAsync(async () => await NumberAsync(database_, $"SELECT count(*) FROM workflow_instance WHERE correlation_id LIKE 'r{round}-%'") >= killAfter);
            site.Kill();
            await site.EndedAsync();
            var done = await NumberAsync(database_, $"SELECT count(*) FROM workflow_instance WHERE correlation_id LIKE 'r{round}-%'");
            caught += done < Runs ? 1 : 0;

            await site.StartAsync();
            (await SiteProcess.UntilAsync(async () => await NumberAsync(database_, "SELECT (SELECT count(*) FROM workflow_trigger) + (SELECT count(*) FROM workflow_due)") == 0)).ShouldBeTrue($"{database}, round {round}, seed {seed}: runs are left");

            var where = $"{database}, round {round}, seed {seed}, killed at {done}";
            (await NumberAsync(database_, $"SELECT count(*) FROM workflow_instance WHERE correlation_id LIKE 'r{round}-%' AND status = 'Finished'")).ShouldBe(Runs, where);
            (await NumberAsync(database_, $"SELECT count(DISTINCT correlation_id) FROM workflow_instance WHERE correlation_id LIKE 'r{round}-%'")).ShouldBe(Runs, where);
            (await NumberAsync(database_, $"SELECT count(*) FROM mail_message WHERE subject LIKE 'r{round}-%'")).ShouldBe(Runs, where);
            (await NumberAsync(database_, $"SELECT count(DISTINCT subject) FROM mail_message WHERE subject LIKE 'r{round}-%'")).ShouldBe(Runs, where);
            TestContext.Current.TestOutputHelper!.WriteLine(where);
        }

        caught.ShouldBeGreaterThan(Rounds / 4, $"{database}, seed {seed}: the kill came too late to prove anything");
    }

    [Theory, OnBothDatabases]
    [Trait("Category", "Storm")]
    public async Task A_script_without_end_is_stopped_and_fails_its_own_run_alone(Database database)
    {
        await using var site = await SiteProcess.PrepareAsync(database, "none");
        await PlayAsync(site, Chain("4endless", ("UserDeletedEvent", "{}"), ("ScriptTask", """{"AvailableOutcomes":["A"],"Script":{"Expression":"while (true) {}"}}""")), Mails());
        await using var database_ = await site.ConnectAsync();
        await ExecuteAsync(database_, $"INSERT INTO workflow_trigger (event_name, correlation_id, input, chain, supersedes, at_utc) SELECT 'UserDeletedEvent', 'endless-' || n, '{{}}', '', {No(database)}, '2027-01-01 00:00:00' FROM {Numbers(database, 3)}");

        await site.StartAsync();
        await SiteProcess.UntilAsync(async () => await NumberAsync(database_, "SELECT count(*) FROM workflow_instance WHERE status IN ('Finished', 'Faulted')") == 6);

        (await NumberAsync(database_, "SELECT count(*) FROM workflow_instance WHERE type_id = '4endless' AND status = 'Faulted'")).ShouldBe(3);
        (await NumberAsync(database_, "SELECT count(*) FROM workflow_instance WHERE type_id = '4mails' AND status = 'Finished'")).ShouldBe(3);
        var slowest = await NumberAsync(database_, "SELECT max(took_microseconds) FROM workflow_journal WHERE activity_name = 'ScriptTask'");
        slowest.ShouldBeLessThan(1_500_000);
        TestContext.Current.TestOutputHelper!.WriteLine($"{database}: an endless script was stopped after {slowest / 1000} ms at the latest");
    }

    [Fact]
    [Trait("Category", "Storm")]
    public async Task Two_nodes_share_two_thousand_timers_and_none_fires_twice()
    {
        await using var one = await SiteProcess.PrepareAsync(Database.PostgreSql, "none");
        await PlayAsync(one, Chain("4timers", ("ContentPublishedEvent", "{}"), ("TimerEvent", "{}"), ("EmailTask", """{"Recipients":{"Expression":"storm@example.org"},"Subject":{"Expression":"{{ Workflow.CorrelationId }}"}}""")));
        await using var database = await one.ConnectAsync();
        await ExecuteAsync(database, $"INSERT INTO workflow_instance (id, type_id, correlation_id, status, state, created_utc, modified_utc, version) SELECT 'i' || n, '4timers', 't' || n, 'Halted', '{{}}', now(), now(), 1 FROM {Numbers(Database.PostgreSql, Timers)}");
        await ExecuteAsync(database, $"INSERT INTO workflow_wait (instance_id, activity_id, activity_name, type_id, correlation_id, due_utc) SELECT 'i' || n, '4timers-1', 'TimerEvent', '4timers', 't' || n, now() FROM {Numbers(Database.PostgreSql, Timers)}");
        await using var two = one.Beside();

        await Task.WhenAll(one.StartAsync(), two.StartAsync());
        (await SiteProcess.UntilAsync(async () => await NumberAsync(database, "SELECT count(*) FROM workflow_instance WHERE status = 'Halted'") == 0)).ShouldBeTrue();

        (await NumberAsync(database, "SELECT count(*) FROM workflow_journal WHERE activity_name = 'TimerEvent'")).ShouldBe(Timers);
        (await NumberAsync(database, "SELECT count(*) FROM mail_message WHERE template = 'workflow'")).ShouldBe(Timers);
        (await NumberAsync(database, "SELECT count(DISTINCT subject) FROM mail_message WHERE template = 'workflow'")).ShouldBe(Timers);
    }

    private static JsonObject Mails() => Chain("4mails", ("UserDeletedEvent", "{}"), ("SetPropertyTask", """{"PropertyName":"x","Value":{"Expression":"correlationId()"}}"""),
        ("EmailTask", """{"Recipients":{"Expression":"storm@example.org"},"Subject":{"Expression":"{{ Workflow.Properties.x }}"},"TextBody":{"Expression":"x"}}"""), ("LogTask", "{}"));

    private static JsonObject Chain(string id, params (string Name, string Properties)[] activities) => new()
    {
        ["WorkflowTypeId"] = id, ["Name"] = id, ["IsEnabled"] = true,
        ["Activities"] = new JsonArray([.. activities.Select((activity, index) => (JsonNode)new JsonObject
        {
            ["ActivityId"] = $"{id}-{index}", ["Name"] = activity.Name, ["IsStart"] = index == 0, ["Properties"] = JsonNode.Parse(activity.Properties),
        })]),
        ["Transitions"] = new JsonArray([.. Enumerable.Range(0, activities.Length - 1).Select(index => (JsonNode)new JsonObject
        {
            ["Id"] = index, ["SourceActivityId"] = $"{id}-{index}", ["SourceOutcomeName"] = "Done", ["DestinationActivityId"] = $"{id}-{index + 1}",
        })]),
    };

    private static async Task PlayAsync(SiteProcess site, params JsonNode[] circuits)
    {
        var file = Path.Combine(site.Folder, "circuits.recipe.json");
        await File.WriteAllTextAsync(file, new JsonObject { ["name"] = "circuits", ["steps"] = new JsonArray(new JsonObject { ["name"] = "WorkflowType", ["data"] = new JsonArray(circuits) }) }.ToJsonString(), TestContext.Current.CancellationToken);
        var (code, output) = await site.CommandAsync("recipe", "run", file);
        code.ShouldBe(0, output);
    }

    private static string Numbers(Database database, int count) => database == Database.PostgreSql
        ? $"generate_series(1, {count}) AS n"
        : $"(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {count}) SELECT n FROM c)";

    private static string No(Database database) => database == Database.PostgreSql ? "false" : "0";

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<long> NumberAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }
}

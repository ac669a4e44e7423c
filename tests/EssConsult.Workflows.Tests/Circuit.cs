using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Themes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EssConsult.Workflows.Tests;

/// <summary>A circuit drawn in Orchard's JSON, and the engine that runs it.</summary>
internal sealed class Circuit
{
    private readonly JsonArray activities = [];
    private readonly JsonArray transitions = [];
    private readonly Runner runner = new(
        new ActivityCatalog(
        [
            new IfElseTask(), new WhileLoopTask(), new ForLoopTask(), new ForEachTask(), new ForkTask(), new JoinTask(), new ScriptTask(), new LiquidTask(),
            new SetPropertyTask(), new SetOutputTask(), new CorrelateTask(), new LogTask(NullLogger<LogTask>.Instance), new Knock(), new Never(),
        ]),
        new Liquid([], HtmlEncoder.Default),
        // No content on these boards.
        new RunContents(null!),
        new FakeTimeProvider(new DateTimeOffset(2027, 3, 3, 9, 0, 0, TimeSpan.Zero)));

    private WorkflowRun? run;

    public WorkflowRun Run => run ??= new WorkflowRun(Type, "run");

    public WorkflowType Type => WorkflowType.Read(new JsonObject { ["WorkflowTypeId"] = "circuit", ["Activities"] = activities.DeepClone(), ["Transitions"] = transitions.DeepClone() });

    /// <summary>The ids of the activities that ran, in their order; « ? » behind one that waits.</summary>
    public string Path => string.Join(' ', Run.Journal.Select(line => line.Activity.Id + (line.Outcomes is null ? "?" : string.Empty)));

    public Circuit With(string id, string activity, string properties = "{}")
    {
        activities.Add(new JsonObject { ["ActivityId"] = id, ["Name"] = activity, ["IsStart"] = activities.Count == 0, ["Properties"] = JsonNode.Parse(properties) });
        return this;
    }

    public Circuit Edge(string source, string outcome, string destination)
    {
        transitions.Add(new JsonObject { ["Id"] = transitions.Count, ["SourceActivityId"] = source, ["SourceOutcomeName"] = outcome, ["DestinationActivityId"] = destination });
        return this;
    }

    /// <summary>Starts at the first activity.</summary>
    public Task<bool> StartAsync(JsonObject? input = null) => runner.StartAsync(Run, Run.Type.Activities[0], input ?? [], TestContext.Current.CancellationToken);

    public Task<bool> ResumeAsync(string id, JsonObject? input = null) => runner.ResumeAsync(Run, Run.Type.Find(id)!, input ?? [], TestContext.Current.CancellationToken);

    /// <summary>An event that anybody may cause.</summary>
    private sealed class Knock() : EventActivity(nameof(Knock));

    /// <summary>An event that never concerns its box.</summary>
    private sealed class Never() : EventActivity(nameof(Never))
    {
        public override ValueTask<bool> CanExecuteAsync(ActivityCall call, CancellationToken ct) => ValueTask.FromResult(false);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Themes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EssConsult.Workflows.Tests;

/// <summary>A circuit drawn in Orchard's JSON, and the engine that runs it.</summary>
internal sealed class Circuit
{
    private readonly JsonArray activities = [];
    private readonly JsonArray transitions = [];
    private readonly Runner runner;

    public Circuit()
    {
        // Neither content nor people on these boards.
        var services = new ServiceCollection().AddLogging().AddActivity<IfElseTask>().AddActivity<WhileLoopTask>().AddActivity<ForLoopTask>().AddActivity<ForEachTask>()
            .AddActivity<ForkTask>().AddActivity<JoinTask>().AddActivity<ScriptTask>().AddActivity<LiquidTask>().AddActivity<SetPropertyTask>().AddActivity<SetOutputTask>()
            .AddActivity<CorrelateTask>().AddActivity<LogTask>().AddActivity<TimerEvent>().AddActivity<Never>().AddWorkflowEvent(new ActivityDescription("Knock", ActivityCategory.Flow, "Somebody knocks"))
            .AddSingleton<TimeProvider>(Clock).AddSingleton<ActivityKinds>().BuildServiceProvider();
        runner = new Runner(new ActivityCatalog(services.GetRequiredService<ActivityKinds>(), services), new Liquid([], HtmlEncoder.Default), new RunSubjects(null!, null!), [], Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 3, 3, 9, 0, 0, TimeSpan.Zero));

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

    public Task RetryAsync() => runner.RetryAsync(Run, TestContext.Current.CancellationToken);

    public Task<bool> ResumeAsync(string id, JsonObject? input = null) => runner.ResumeAsync(Run, Run.Type.Find(id)!, input ?? [], TestContext.Current.CancellationToken);

    /// <summary>An event that never concerns its box.</summary>
    private sealed class Never : EventActivity, IDescribedActivity
    {
        public static ActivityDescription Description { get; } = new(nameof(Never), ActivityCategory.Flow, "Never");

        public override ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(false);
    }
}

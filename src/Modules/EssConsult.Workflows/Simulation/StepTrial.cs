using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Scripting;
using EssConsult.Kernel.Themes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Editing;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Web;

namespace EssConsult.Workflows.Simulation;

/// <summary>
/// What the expressions of one step would give on something that happened. Only what the run itself knows is reckoned on the way there:
/// nothing is written, sent or asked, no turn to write is taken.
/// </summary>
internal sealed class StepTrial(IEnumerable<IEventSamples> sources, ActivityKinds kinds, ActivityCatalog activities, Liquid liquid, RunSubjects subjects, IEnumerable<IRunGlobals> globals, WorkflowRequest request, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Steps that reckon with what the run knows and do nothing else.</summary>
    private static readonly HashSet<string> Reckoning =
        [nameof(SetPropertyTask), nameof(SetOutputTask), nameof(CorrelateTask), nameof(LiquidTask), nameof(ScriptTask), nameof(ForLoopTask), nameof(ForEachTask)];

    /// <summary>Events from which a run would come to the step: the newest first, an invented one last.</summary>
    public async Task<IReadOnlyList<EventSample>> SamplesAsync(WorkflowType type, string step, CancellationToken ct)
    {
        var before = type.Upstream(step);
        var start = type.Activities.FirstOrDefault(activity => activity.IsStart && (activity.Id == step || before.Contains(activity.Id))) ?? type.Activities.FirstOrDefault(activity => activity.IsStart);
        var samples = new List<EventSample>();
        foreach (var source in start is null ? [] : sources)
        {
            samples.AddRange(await source.ListAsync(start!.Name, ct));
        }

        return [.. samples, InventedEvent.Sample(start is null ? null : kinds.Describe(start.Name))];
    }

    /// <summary>What the run would know of the event, with content and people in place of their pointers.</summary>
    public async Task<JsonObject> ToldAsync(WorkflowType type, string step, EventSample sample, CancellationToken ct)
    {
        var run = Run(type, step, sample);
        await subjects.LoadAsync(run, ct);
        return new JsonObject(run.Input.ToList().Select(member => KeyValuePair.Create(member.Key, subjects.Resolve(member.Value)?.DeepClone())));
    }

    /// <param name="type">The drawing.</param>
    /// <param name="step">Where the run would stand.</param>
    /// <param name="sample">What happened.</param>
    /// <param name="kind">Which language the setting takes.</param>
    /// <param name="isLiquid">The language of a setting that takes both.</param>
    /// <param name="source">The expression.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<TriedValue> ValueAsync(WorkflowType type, string step, EventSample sample, SettingKind kind, bool isLiquid, string source, CancellationToken ct)
    {
        request.Detach();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        enough.CancelAfter(Longest);
        var run = Run(type, step, sample);
        await subjects.LoadAsync(run, ct);
        using var expressions = new Expressions(run, liquid, subjects, globals, clock, enough.Token);
        foreach (var earlier in Way(type, step).Where(earlier => Reckoning.Contains(earlier.Name)))
        {
            await TryAsync(earlier, run, expressions, enough.Token);
        }

        try
        {
            return TriedValue.Of(kind == SettingKind.Liquid ? JsonValue.Create(await expressions.LiquidAsync(source)) : isLiquid ? await expressions.LiquidValueAsync(source) : subjects.Resolve(expressions.Script(source)));
        }
        catch (ScriptException error)
        {
            return TriedValue.Failed(error.Message, error.Line);
        }
        catch (RuleException rule)
        {
            return TriedValue.Failed(string.Format(CultureInfo.CurrentCulture, rule.Message, rule.Values), line: null);
        }
    }

    private WorkflowRun Run(WorkflowType type, string step, EventSample sample)
    {
        var run = new WorkflowRun(type, "preview") { CorrelationId = sample.Trigger.CorrelationId };
        run.Learn((JsonObject)sample.Trigger.Input.DeepClone());
        foreach (var waiting in type.Upstream(step).Append(step).Select(type.Find).OfType<ActivityRecord>())
        {
            // What later events tell on the way is invented; the answer to a decision is the first of those that it takes.
            var description = kinds.Describe(waiting.Name);
            foreach (var name in (description?.Offers ?? []).Where(name => !run.Input.ContainsKey(name)))
            {
                run.Input[name] = name == "UserAction" ? waiting.Properties.AnyTexts("Actions").FirstOrDefault() : InventedEvent.Value(name);
            }
        }

        return run;
    }

    /// <summary>The shortest way from a start to the step, without it.</summary>
    private static List<ActivityRecord> Way(WorkflowType type, string step)
    {
        var from = new Dictionary<string, string?>();
        var open = new Queue<string>();
        foreach (var start in type.Activities.Where(activity => activity.IsStart && from.TryAdd(activity.Id, null)))
        {
            open.Enqueue(start.Id);
        }

        while (!from.ContainsKey(step) && open.TryDequeue(out var at))
        {
            foreach (var next in type.From(at).Select(edge => edge.Destination).Where(next => type.Find(next) is not null && from.TryAdd(next, at)))
            {
                open.Enqueue(next);
            }
        }

        var way = new List<ActivityRecord>();
        for (var at = from.GetValueOrDefault(step); at is not null; at = from.GetValueOrDefault(at))
        {
            way.Insert(0, type.Find(at)!);
        }

        return way;
    }

    /// <summary>An earlier step that fails has its own preview to say so: this one goes on without what it would have kept.</summary>
    private async Task TryAsync(ActivityRecord step, WorkflowRun run, Expressions expressions, CancellationToken ct)
    {
        try
        {
            await activities.Find(step.Name)!.ExecuteAsync(new ActivityCall(run, step, expressions), ct);
        }
        catch (Exception error) when (error is RuleException or ScriptException)
        {
            run.LastResult = null;
        }
    }
}

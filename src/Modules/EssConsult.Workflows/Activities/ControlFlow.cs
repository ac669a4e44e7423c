using System.Text.Json.Nodes;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Activities;

internal sealed class IfElseTask : IActivity
{
    public string Name => nameof(IfElseTask);

    public async ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct) =>
        ActivityResult.Of((await call.ValueAsync("Condition")).IsTrue() ? "True" : "False");
}

/// <summary>Asks again each time that its body leads back to it.</summary>
internal sealed class WhileLoopTask : IActivity
{
    public string Name => nameof(WhileLoopTask);

    public async ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct) =>
        ActivityResult.Of((await call.ValueAsync("Condition")).IsTrue() ? "Iterate" : "Done");
}

/// <summary>From one number to below another; the number stands in a variable and is the last result.</summary>
internal sealed class ForLoopTask : IActivity
{
    public string Name => nameof(ForLoopTask);

    public async ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct)
    {
        var from = await NumberAsync(call, "From", 0);
        var to = await NumberAsync(call, "To", 10);
        var step = await NumberAsync(call, "Step", 1);
        var at = call.Own["Index"] is JsonValue kept ? kept.GetValue<double>() : from;
        if (step > 0 ? at < to : at > to)
        {
            call.Own["Index"] = at + step;
            return Iterate(call, JsonValue.Create(at));
        }

        call.Own.Remove("Index");
        return ActivityResult.Done;
    }

    internal static ActivityResult Iterate(ActivityCall call, JsonNode? current)
    {
        call.Run.LastResult = current;
        WorkflowRun.Put(call.Run.Properties, call.Settings.AnyText("LoopVariableName") is { Length: > 0 } name ? name : "x", current);
        return ActivityResult.Of("Iterate");
    }

    private static async ValueTask<double> NumberAsync(ActivityCall call, string property, double otherwise)
    {
        var value = await call.ValueAsync(property);
        return value is null ? otherwise
            : double.TryParse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
            : throw new RuleException("workflow.not-a-number", "« {0} » ne donne pas un nombre.", property);
    }
}

/// <summary>One round for each entry of a list; the entry stands in a variable and is the last result.</summary>
internal sealed class ForEachTask : IActivity
{
    public string Name => nameof(ForEachTask);

    public async ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct)
    {
        var entries = await call.ValueAsync("Enumerable") as JsonArray ?? [];
        var index = call.Own["Index"] is JsonValue kept ? kept.GetValue<int>() : 0;
        if (index < entries.Count)
        {
            call.Own["Index"] = index + 1;
            call.Own["Current"] = entries[index]?.DeepClone();
            return ForLoopTask.Iterate(call, entries[index]);
        }

        call.Own.Remove("Index");
        call.Own.Remove("Current");
        return ActivityResult.Done;
    }
}

internal sealed class ForkTask : IActivity
{
    public string Name => nameof(ForkTask);

    public ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Of(call.Settings.AnyTexts("Forks")));
}

/// <summary>Brings branches together: all of those that lead here, or the first.</summary>
internal sealed class JoinTask : IActivity
{
    private const string Branches = nameof(Branches);

    private enum JoinMode
    {
        WaitAll,
        WaitAny,
    }

    public string Name => nameof(JoinTask);

    /// <summary>
    /// Once an activity has run, every edge from it to a join counts as arrived, whichever outcome it gave: Orchard does so, and its
    /// circuits rely on it.
    /// </summary>
    public static void Mark(WorkflowRun run, IEnumerable<Transition> edges)
    {
        foreach (var edge in edges.Where(edge => run.Type.Find(edge.Destination) is { Name: nameof(JoinTask) }))
        {
            var own = run.OwnState(edge.Destination);
            if (!own.AnyTexts(Branches).Contains(edge.Key))
            {
                own[Branches] = new JsonArray([.. own.AnyTexts(Branches).Append(edge.Key).Select(key => (JsonNode)key)]);
            }
        }
    }

    public ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct)
    {
        var arrived = call.Own.AnyTexts(Branches);
        var inbound = call.Run.Type.To(call.Activity.Id).Select(edge => edge.Key).ToList();
        var isDone = call.Settings.Choice<JoinMode>("Mode") == JoinMode.WaitAny ? inbound.Exists(arrived.Contains) : inbound.TrueForAll(arrived.Contains);
        if (isDone && call.Settings.Choice<JoinMode>("Mode") == JoinMode.WaitAny)
        {
            var upstream = call.Run.Type.Upstream(call.Activity.Id);
            call.Run.Blocking.RemoveAll(waiting => upstream.Contains(waiting.Id));
        }

        return ValueTask.FromResult(isDone ? ActivityResult.Of("Joined") : ActivityResult.Nothing);
    }
}

/// <summary>JavaScript that may give several outcomes.</summary>
internal sealed class ScriptTask : IActivity
{
    public string Name => nameof(ScriptTask);

    public ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Of(call.Outcomes("Script")));
}

internal sealed class LiquidTask : IActivity
{
    public string Name => nameof(LiquidTask);

    public async ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct)
    {
        call.Run.LastResult = await call.LiquidAsync("Expression");
        return ActivityResult.Done;
    }
}

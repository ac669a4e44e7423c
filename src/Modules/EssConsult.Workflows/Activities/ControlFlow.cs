using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Activities;

internal sealed class IfElseTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(IfElseTask), ActivityCategory.Flow, "Si… sinon")
    {
        Settings = [new("Condition", SettingKind.Value, "Condition") { IsRequired = true }], Outcomes = ["True", "False"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) =>
        ActivityResult.Of((await call.ValueAsync("Condition")).IsTrue() ? "True" : "False");
}

/// <summary>Asks again each time that its body leads back to it.</summary>
internal sealed class WhileLoopTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(WhileLoopTask), ActivityCategory.Flow, "Tant que…")
    {
        Settings = [new("Condition", SettingKind.Value, "Condition") { IsRequired = true }], Outcomes = ["Iterate", "Done"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) =>
        ActivityResult.Of((await call.ValueAsync("Condition")).IsTrue() ? "Iterate" : "Done");
}

/// <summary>From one number to below another; the number stands in a variable and is the last result.</summary>
internal sealed class ForLoopTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(ForLoopTask), ActivityCategory.Flow, "Compter")
    {
        Settings =
        [
            new("From", SettingKind.Value, "À partir de"), new("To", SettingKind.Value, "Jusqu’à, sans l’atteindre"), new("Step", SettingKind.Value, "De combien en combien"),
            new("LoopVariableName", SettingKind.Text, "Nom de la variable"),
        ],
        Outcomes = ["Iterate", "Done"], PropertyFrom = "LoopVariableName",
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
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

    internal static ActivityResult Iterate(IActivityCall call, JsonNode? current)
    {
        call.LastResult = current;
        WorkflowRun.Put(call.Properties, call.Settings.AnyText("LoopVariableName") is { Length: > 0 } name ? name : "x", current);
        return ActivityResult.Of("Iterate");
    }

    private static async ValueTask<double> NumberAsync(IActivityCall call, string property, double otherwise)
    {
        var value = await call.ValueAsync(property);
        return value is null ? otherwise
            : double.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var number) ? number
            : throw new RuleException("workflow.not-a-number", "« {0} » ne donne pas un nombre.", property);
    }
}

/// <summary>One round for each entry of a list; the entry stands in a variable and is the last result.</summary>
internal sealed class ForEachTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(ForEachTask), ActivityCategory.Flow, "Pour chacun")
    {
        Settings = [new("Enumerable", SettingKind.Value, "Liste") { IsRequired = true }, new("LoopVariableName", SettingKind.Text, "Nom de la variable")],
        Outcomes = ["Iterate", "Done"], PropertyFrom = "LoopVariableName",
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
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

internal sealed class ForkTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(ForkTask), ActivityCategory.Flow, "Mener plusieurs branches")
    {
        Settings = [new("Forks", SettingKind.Texts, "Branches") { IsRequired = true }], Outcomes = [], OutcomesFrom = "Forks",
    };

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Of(call.Settings.AnyTexts("Forks")));
}

/// <summary>Brings branches together: all of those that lead here, or the first.</summary>
internal sealed class JoinTask : IDescribedActivity
{
    private const string Branches = nameof(Branches);

    private enum JoinMode
    {
        WaitAll,
        WaitAny,
    }

    public static ActivityDescription Description { get; } = new(nameof(JoinTask), ActivityCategory.Flow, "Réunir les branches")
    {
        Settings = [new("Mode", SettingKind.Choice, "Attendre") { Choices = ["WaitAll", "WaitAny"] }], Outcomes = ["Joined"],
    };

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

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        // The one activity that looks at the drawing around it.
        var (run, id) = (((ActivityCall)call).Run, ((ActivityCall)call).Activity.Id);
        var arrived = call.Own.AnyTexts(Branches);
        var inbound = run.Type.To(id).Select(edge => edge.Key).ToList();
        var isAny = call.Settings.Choice<JoinMode>("Mode") == JoinMode.WaitAny;
        var isDone = isAny ? inbound.Exists(arrived.Contains) : inbound.TrueForAll(arrived.Contains);
        if (isDone && isAny)
        {
            var upstream = run.Type.Upstream(id);
            run.Blocking.RemoveAll(waiting => upstream.Contains(waiting.Activity.Id));
        }

        return ValueTask.FromResult(isDone ? ActivityResult.Of("Joined") : ActivityResult.Nothing);
    }
}

/// <summary>JavaScript that may give several outcomes.</summary>
internal sealed class ScriptTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(ScriptTask), ActivityCategory.Flow, "Script")
    {
        Settings = [new("AvailableOutcomes", SettingKind.Texts, "Sorties"), new("Script", SettingKind.Script, "Script") { IsRequired = true }],
        Outcomes = [], OutcomesFrom = "AvailableOutcomes",
    };

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Of(((ActivityCall)call).Outcomes("Script")));
}

internal sealed class LiquidTask : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(LiquidTask), ActivityCategory.Data, "Gabarit Liquid") { Settings = [new("Expression", SettingKind.Liquid, "Gabarit") { IsRequired = true }] };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        call.LastResult = await call.LiquidAsync("Expression");
        return ActivityResult.Done;
    }
}

using System.Text.Json.Nodes;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Activities;

/// <summary>One activity of one run, when its turn has come.</summary>
internal sealed class ActivityCall(WorkflowRun run, ActivityRecord activity, Expressions expressions, RunContents contents)
{
    public WorkflowRun Run => run;

    public ActivityRecord Activity => activity;

    public JsonObject Settings => activity.Properties;

    public RunContents Contents => contents;

    /// <summary>What the activity keeps for itself between two calls.</summary>
    public JsonObject Own => run.OwnState(activity.Id);

    public bool HasExpression(string property) => Settings.Expression(property) is not null;

    /// <summary>A JavaScript expression; null when it is missing.</summary>
    /// <exception cref="Kernel.Scripting.ScriptException">It does not parse, throws, or goes beyond a limit.</exception>
    public JsonNode? Script(string property) => Settings.Expression(property) is { } script ? expressions.Script(script) : null;

    /// <summary>A Liquid expression as plain text; empty when it is missing.</summary>
    public async ValueTask<string> LiquidAsync(string property) =>
        Settings.Expression(property) is { } source ? await expressions.LiquidAsync(source) : string.Empty;

    /// <summary>An expression in the language that the sibling <c>Syntax</c> names; the Liquid text lies in the twin <c>Liquid…</c> (§4.1).</summary>
    public async ValueTask<JsonNode?> ValueAsync(string property) => IsLiquid
        ? Settings.Expression("Liquid" + property) is { } source ? await expressions.LiquidValueAsync(source) : null
        : Script(property);

    /// <summary>As <see cref="ValueAsync"/>, for the one activity that keeps both languages in one property.</summary>
    public async ValueTask<JsonNode?> EitherAsync(string property) => IsLiquid
        ? Settings.Expression(property) is { } source ? await expressions.LiquidValueAsync(source) : null
        : Script(property);

    /// <summary>Runs a script that may choose outcomes.</summary>
    public IReadOnlyList<string> Outcomes(string property) => Settings.Expression(property) is { } script ? expressions.Outcomes(script) : [];

    private bool IsLiquid => string.Equals(Settings.AnyText("Syntax"), "Liquid", StringComparison.OrdinalIgnoreCase);
}

using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Activities;

internal sealed class ActivityCall(WorkflowRun run, ActivityRecord activity, Expressions expressions) : IActivityCall
{
    public WorkflowRun Run => run;

    public ActivityRecord Activity => activity;

    public string WorkflowId => run.Id;

    public string WorkflowTypeId => run.Type.Id;

    public string Actor => "workflow:" + run.Type.Id;

    public string? CorrelationId
    {
        get => run.CorrelationId;
        set => run.CorrelationId = value;
    }

    public JsonObject Settings => activity.Properties;

    public JsonObject Own => run.OwnState(activity.Id);

    public JsonObject Input => run.Input;

    public JsonObject Output => run.Output;

    public JsonObject Properties => run.Properties;

    public JsonNode? LastResult
    {
        get => run.LastResult;
        set => run.LastResult = value;
    }

    public string? ContentItemId => HasExpression("Content") ? RunSubjects.IdOf(Script("Content")) : RunSubjects.IdOf(run.Input["ContentItem"] ?? run.Properties["ContentItem"]);

    public bool HasExpression(string property) => Settings.Expression(property) is not null;

    public JsonNode? Script(string property) => Settings.Expression(property) is { } script ? expressions.Script(script) : null;

    public async ValueTask<string> LiquidAsync(string property, LiquidEncoding encoding = LiquidEncoding.None) =>
        Settings.Expression(property) is { } source ? await expressions.LiquidAsync(source, encoding) : string.Empty;

    public async ValueTask<JsonNode?> ValueAsync(string property) => IsLiquid ? await LiquidValueAsync("Liquid" + property) : Script(property);

    /// <summary>As <see cref="ValueAsync"/>, for the one activity that keeps both languages in one property.</summary>
    public async ValueTask<JsonNode?> EitherAsync(string property) => IsLiquid ? await LiquidValueAsync(property) : Script(property);

    /// <summary>Runs a script that may choose outcomes.</summary>
    public IReadOnlyList<string> Outcomes(string property) => Settings.Expression(property) is { } script ? expressions.Outcomes(script) : [];

    private bool IsLiquid => string.Equals(Settings.AnyText("Syntax"), "Liquid", StringComparison.OrdinalIgnoreCase);

    private async ValueTask<JsonNode?> LiquidValueAsync(string property) => Settings.Expression(property) is { } source ? await expressions.LiquidValueAsync(source) : null;
}

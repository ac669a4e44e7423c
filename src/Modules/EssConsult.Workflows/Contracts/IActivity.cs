using System.Text.Json.Nodes;

namespace EssConsult.Workflows.Contracts;

/// <summary>
/// One kind of box in a circuit. It checks before it stages: a run that fails keeps what its earlier boxes staged, and a box that fails
/// halfway must have staged nothing. Nothing is saved here; the run is one commit.
/// </summary>
public interface IActivity
{
    /// <summary>Whether an event concerns this box: a filter on content types, a method of a request. False starts or resumes nothing.</summary>
    ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(true);

    /// <exception cref="RuleException">The run fails with this sentence.</exception>
    ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct);

    /// <summary>What it waited for has come.</summary>
    ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ExecuteAsync(call, ct);
}

/// <summary>An activity that says what it is: its name in the JSON, its settings, its outcomes.</summary>
public interface IDescribedActivity : IActivity
{
    static abstract ActivityDescription Description { get; }
}

/// <summary>One activity of one run, when its turn has come.</summary>
public interface IActivityCall
{
    string WorkflowId { get; }

    string WorkflowTypeId { get; }

    /// <summary>Who acts, for the audit: <c>workflow:</c> and the circuit's id.</summary>
    string Actor { get; }

    /// <summary>What the run is about: the id of a content item or a person.</summary>
    string? CorrelationId { get; set; }

    /// <summary>What the author of the circuit set on this box.</summary>
    JsonObject Settings { get; }

    /// <summary>What the box keeps for itself between two calls.</summary>
    JsonObject Own { get; }

    JsonObject Input { get; }

    JsonObject Output { get; }

    JsonObject Properties { get; }

    JsonNode? LastResult { get; set; }

    bool HasExpression(string property);

    /// <summary>A JavaScript expression; null when it is missing.</summary>
    /// <exception cref="Kernel.Scripting.ScriptException">It does not parse, throws, or goes beyond a limit.</exception>
    JsonNode? Script(string property);

    /// <summary>A Liquid expression; empty when it is missing.</summary>
    /// <param name="property">The setting that holds it.</param>
    /// <param name="encoding">How values that come out are made harmless where they go.</param>
    /// <exception cref="RuleException">It does not parse, or goes beyond a limit.</exception>
    ValueTask<string> LiquidAsync(string property, LiquidEncoding encoding = LiquidEncoding.None);

    /// <summary>An expression in the language that the sibling <c>Syntax</c> names; the Liquid text lies in the twin <c>Liquid…</c> (§4.1 of the formats).</summary>
    ValueTask<JsonNode?> ValueAsync(string property);

    /// <summary>The content item that the box's script names, else the one that the run is about; null when there is none.</summary>
    string? ContentItemId { get; }
}

public enum LiquidEncoding
{
    None,
    Html,
    Url,

    /// <summary>Inside a text of JSON or JavaScript.</summary>
    JavaScript,
}

/// <summary>What an activity gives back: outcomes, a halt, or nothing, which ends its branch quietly.</summary>
public sealed record ActivityResult
{
    public static readonly ActivityResult Done = Of("Done");
    public static readonly ActivityResult Halt = new() { Halts = true };
    public static readonly ActivityResult Nothing = new();

    public bool Halts { get; private init; }

    /// <summary>When a halt ends by itself; null when something must happen first.</summary>
    public DateTime? UntilUtc { get; private init; }

    public IReadOnlyList<string> Outcomes { get; private init; } = [];

    public static ActivityResult Of(params IReadOnlyList<string> outcomes) => new() { Outcomes = outcomes };

    public static ActivityResult HaltUntil(DateTime utc) => new() { Halts = true, UntilUtc = utc };
}

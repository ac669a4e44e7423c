using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EssConsult.Kernel.Scripting;
using EssConsult.Kernel.Themes;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Settings;
using Fluid;

namespace EssConsult.Workflows.Running;

/// <summary>The scripts and templates of one run: they see the run by Orchard's names, and share one JavaScript engine.</summary>
internal sealed partial class Expressions(WorkflowRun run, Liquid liquid, RunSubjects subjects, IEnumerable<IRunGlobals> globals, TimeProvider clock, CancellationToken ct) : IDisposable
{
    private readonly List<string> chosen = [];
    private ScriptSession? session;

    /// <exception cref="ScriptException">It does not parse, throws, goes beyond a limit, or gives what JSON cannot say.</exception>
    public JsonNode? Script(string script) => Node(Session.Evaluate(script));

    /// <summary>The outcomes that a script chose with <c>setOutcome</c>, in their order.</summary>
    /// <exception cref="ScriptException">As <see cref="Script"/>.</exception>
    public IReadOnlyList<string> Outcomes(string script)
    {
        chosen.Clear();
        run.LastResult = Node(Session.Evaluate(script)) ?? run.LastResult;
        return [.. chosen.Distinct()];
    }

    /// <exception cref="RuleException">The template does not parse, or goes beyond a limit.</exception>
    public Task<string> LiquidAsync(string source, LiquidEncoding encoding = LiquidEncoding.None) => liquid.RenderAsync(PlainWords.ToLiquid(source), Model(), encoding switch
    {
        LiquidEncoding.Html => HtmlEncoder.Default,
        LiquidEncoding.Url => UrlEncoder.Default,
        LiquidEncoding.JavaScript => JavaScriptEncoder.Default,
        _ => NullEncoder.Default,
    });

    /// <summary>A template that is one output alone gives the value with its type; any other gives text.</summary>
    /// <exception cref="RuleException">As <see cref="LiquidAsync"/>.</exception>
    public async Task<JsonNode?> LiquidValueAsync(string source)
    {
        if (SingleOutput().Match(source) is not { Success: true } single)
        {
            return JsonValue.Create(await LiquidAsync(source));
        }

        var json = await LiquidAsync($"{{{{ {single.Groups[1].Value} | json }}}}");
        return string.IsNullOrWhiteSpace(json) ? null : JsonNode.Parse(json);
    }

    public void Dispose() => session?.Dispose();

    private ScriptSession Session => session ??= ScriptEngine.Open(Globals(), clock, ct, WorkflowLimits.Script);

    private Dictionary<string, object> Globals() => new(globals.SelectMany(more => more.For(run)))
    {
        ["workflow"] = () => new JsonObject
        {
            ["WorkflowId"] = run.Id,
            ["WorkflowTypeId"] = run.Type.Id,
            ["CorrelationId"] = run.CorrelationId,
            ["Input"] = run.Input.DeepClone(),
            ["Output"] = run.Output.DeepClone(),
            ["Properties"] = run.Properties.DeepClone(),
            ["LastResult"] = run.LastResult?.DeepClone(),
        },
        ["workflowId"] = () => run.Id,
        ["input"] = (string name) => subjects.Resolve(run.Input.Any(name)),
        ["output"] = (string name, object? value) => WorkflowRun.Put(run.Output, name, Node(value)),
        ["property"] = (string name) => subjects.Resolve(run.Properties.Any(name)),
        ["setProperty"] = (string name, object? value) => WorkflowRun.Put(run.Properties, name, Node(value)),
        ["lastResult"] = () => subjects.Resolve(run.LastResult),
        ["correlationId"] = () => run.CorrelationId,
        ["setCorrelationId"] = (string? value) => run.CorrelationId = value,
        ["setOutcome"] = (string name) => chosen.Add(name),
    };

    private Dictionary<string, object?> Model() => new(globals.SelectMany(more => more.Model()))
    {
        ["Workflow"] = new Dictionary<string, object?>
        {
            ["CorrelationId"] = run.CorrelationId,
            ["Input"] = Resolved(run.Input),
            ["Output"] = run.Output,
            ["Properties"] = Resolved(run.Properties),
            ["LastResult"] = subjects.Resolve(run.LastResult),
            ["Status"] = run.Status.ToString(),
            ["WorkflowId"] = run.Id,
        },
    };

    private Dictionary<string, object?> Resolved(JsonObject members) => members.ToDictionary(member => member.Key, member => (object?)subjects.Resolve(member.Value));

    private static JsonNode? Node(object? value)
    {
        try
        {
            return JsonSerializer.SerializeToNode(value);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException or JsonException)
        {
            throw new ScriptException("The script gives a value that cannot be kept.", error);
        }
    }

    [GeneratedRegex(@"^\s*\{\{-?\s*((?:(?!\}\}|\{\{).)+?)\s*-?\}\}\s*$", RegexOptions.Singleline)]
    private static partial Regex SingleOutput();
}

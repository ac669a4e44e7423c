using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Scripting;
using EssConsult.Mail.Contracts;
using EssConsult.Workflows.Running;
using Microsoft.Extensions.Logging;

namespace EssConsult.Workflows.Web;

/// <summary>What scripts of circuits can ask of the request and the site, by Orchard's names (§4.4 of the formats).</summary>
internal sealed partial class WebGlobals(WorkflowRequest request, WorkflowLinks links, ISiteAddress site, ILogger<WebGlobals> log) : IRunGlobals
{
    public IReadOnlyDictionary<string, object> For(WorkflowRun run) => new Dictionary<string, object>(ScriptTexts.All)
    {
        ["signalUrl"] = (string name) => links.SignalUrl(name, run.Id, run.CorrelationId),
        ["createWorkflowToken"] = (string typeId, string activityId, int days) => links.InvokePath(typeId, activityId, days),
        ["absoluteUrl"] = (string path) => site.Absolute(path),
        ["uuid"] = (Func<string>)ContentId.New,
        ["queryString"] = (string? name) => name is null ? request.Http.Request.QueryString.Value : request.Http.Request.Query[name].ToString(),
        ["requestForm"] = (string name) => request.Field(name),
        ["readBody"] = () => request.Body,
        ["responseWrite"] = (string text) => Write(text),
        ["deserializeRequestData"] = (Func<JsonNode>)Data,
        ["queryStringAsJson"] = () => Json(request.Http.Request.Query.Select(value => KeyValuePair.Create(value.Key, value.Value.ToString()))),
        ["requestFormAsJson"] = (Func<JsonNode>)Data,
        ["log"] = (string level, string text, object? parameter) => Said(Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) ? known : LogLevel.Information, run.Type.Id, run.Id, text.Length),
    };

    public IReadOnlyDictionary<string, object?> Model() => request.IsPresent ? new Dictionary<string, object?> { ["Request"] = request.Model() } : new Dictionary<string, object?>();

    private JsonNode Data() => request.Http.Request.HasFormContentType
        ? Json(request.Http.Request.Form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())))
        : request.Body.Length > 0 ? JsonNode.Parse(request.Body)! : new JsonObject();

    private void Write(string text)
    {
        _ = request.Http;
        request.Answer = request.Answer is { Location: null } answer ? answer with { Body = answer.Body + text } : new FormAnswer { Body = text };
    }

    private static JsonObject Json(IEnumerable<KeyValuePair<string, string>> values) => new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));

    // The length alone: what a circuit says may be about a person.
    [LoggerMessage("Circuit {Type}, run {Run}: a script says {Length} characters")]
    private partial void Said(LogLevel level, string type, string run, int length);
}

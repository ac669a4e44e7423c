using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Drawing;
using EssConsult.Workflows.Editing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace EssConsult.Workflows.Features;

/// <summary>What the canvas reads and writes: the whole drawing, with what there is to draw. The forms beside it write the same draft.</summary>
internal static class BoardEndpoint
{
    private const string Address = "/admin/circuits/{id}/brouillon.json";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Address, ReadAsync).RequirePermission(Permissions.ManageWorkflows).ExcludeFromDescription();
        endpoints.MapPut(Address, WriteAsync).RequirePermission(Permissions.ManageWorkflows).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadAsync(string id, CircuitDrafts drafts, ActivityKinds kinds, IStringLocalizer words, CancellationToken ct)
    {
        if (await drafts.OpenAsync(id, ct) is not { } board)
        {
            return Results.NotFound();
        }

        return Results.Json(new JsonObject { ["version"] = board.Version, ["type"] = board.Draft.Json, ["boxes"] = Boxes(board.Draft.Type, kinds, words) });
    }

    private static async Task<IResult> WriteAsync(string id, HttpContext http, CircuitDrafts drafts, ActivityKinds kinds, IStringLocalizer words, IAntiforgery antiforgery, CancellationToken ct)
    {
        // Read by hand: a body of another kind would be refused before anybody asks who sends it.
        if (!await antiforgery.IsRequestValidAsync(http) || !http.Request.HasJsonContentType() || await BodyAsync(http, ct) is not { } body || body["type"] is not JsonObject drawn || body["version"] is not JsonValue version || !version.TryGetValue<int>(out var seen))
        {
            return Results.BadRequest();
        }

        if (WorkflowType.Read(drawn).Id != id || await drafts.OpenAsync(id, ct) is null)
        {
            throw new RuleException("workflow.other", "Ce schéma est celui d’un autre circuit.");
        }

        var draft = new CircuitDraft((JsonObject)drawn.DeepClone());
        return Results.Json(new JsonObject { ["version"] = await drafts.SaveAsync(draft, seen, ct), ["boxes"] = Boxes(draft.Type, kinds, words) });
    }

    private static JsonObject Boxes(WorkflowType type, ActivityKinds kinds, IStringLocalizer words) =>
        new(type.Activities.DistinctBy(activity => activity.Id).Select(activity => KeyValuePair.Create(activity.Id, (JsonNode?)Box(type, activity, kinds, words))));

    private static async Task<JsonObject?> BodyAsync(HttpContext http, CancellationToken ct)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: ct) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>How a box looks: its words and its outcomes.</summary>
    private static JsonObject Box(WorkflowType type, ActivityRecord activity, ActivityKinds kinds, IStringLocalizer words)
    {
        var description = kinds.Describe(activity.Name);
        var title = kinds.TitleOf(activity);
        return new JsonObject
        {
            ["title"] = words[title].Value, ["language"] = words.LanguageOf(title), ["isEvent"] = description?.IsEvent == true, ["isKnown"] = description is not null,
            ["outcomes"] = new JsonArray([.. kinds.OutcomesOf(type, activity).Select(outcome => (JsonNode)new JsonObject { ["name"] = outcome, ["words"] = words[OutcomeWords.Of(outcome) ?? outcome].Value, ["language"] = words.LanguageOf(OutcomeWords.Of(outcome) ?? outcome) })]),
        };
    }
}

using System.Text.Json.Nodes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Web;

/// <summary>Somebody sends a request to the address of this event; the circuit runs at once and answers.</summary>
internal sealed class HttpRequestEvent(WorkflowRequest request) : EventActivity, IDescribedActivity
{
    private const string Locations = "FormLocation";

    public static ActivityDescription Description { get; } = new(nameof(HttpRequestEvent), ActivityCategory.Web, "Un formulaire est envoyé")
    {
        IsEvent = true,
        Settings =
        [
            new("HttpMethod", SettingKind.Choice, "Méthode") { Choices = ["GET", "POST", "PUT", "PATCH"] }, new("ValidateAntiforgeryToken", SettingKind.Flag, "Seulement depuis ce site") { IsOnByDefault = true },
            new("TokenLifeSpan", SettingKind.Number, "L’adresse vaut combien de jours (0 : toujours)"), new("FormLocationKey", SettingKind.Text, "Retenir la page du formulaire sous le nom"),
        ],
    };

    public override ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) =>
        ValueTask.FromResult(request.IsPresent && string.Equals(request.Http.Request.Method, call.Settings.AnyText("HttpMethod") ?? "GET", StringComparison.OrdinalIgnoreCase));

    public override ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct)
    {
        if (request.Field("__RequestOriginatedFrom") is { Length: > 0 } page && call.Settings.AnyText("FormLocationKey") is var key)
        {
            var locations = call.Output[Locations] as JsonObject ?? [];
            locations[key ?? string.Empty] = page;
            WorkflowRun.Put(call.Output, Locations, locations);
        }

        return ValueTask.FromResult(ActivityResult.Done);
    }

    /// <summary>The page on which a form stood; null when none was kept, or it is not of this site.</summary>
    public static string? LocationOf(IActivityCall call, string? key) =>
        (call.Output[Locations] as JsonObject)?[key ?? string.Empty]?.ToString() is { } page && LocalPath.IsLocal(page) ? page : null;
}

/// <summary>A page of the site is asked for, by its route.</summary>
internal sealed class HttpRequestFilterEvent(WorkflowRequest request) : EventActivity, IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(HttpRequestFilterEvent), ActivityCategory.Web, "Une page est demandée")
    {
        IsEvent = true, Outcomes = ["Matched"], Settings = [new("HttpMethod", SettingKind.Choice, "Méthode") { Choices = ["GET", "POST"] }],
    };

    public override ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(
        request.IsPresent && string.Equals(request.Http.Request.Method, call.Settings.AnyText("HttpMethod") ?? "GET", StringComparison.OrdinalIgnoreCase)
        && call.Settings.Any("RouteValues") is JsonObject { Count: > 0 } wanted
        && wanted.All(value => string.IsNullOrEmpty(value.Value?.ToString())
            || string.Equals(request.Http.Request.RouteValues.GetValueOrDefault(value.Key)?.ToString(), value.Value!.ToString(), StringComparison.OrdinalIgnoreCase)));

    public override ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Of("Matched"));
}

internal static class LocalPath
{
    /// <summary>Whether a browser stays on this site when it is sent there.</summary>
    public static bool IsLocal(string path) => path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}

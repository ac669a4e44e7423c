using System.Text.Json.Nodes;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Storage;

/// <summary>How long runs that ended are kept: Orchard's <c>WorkflowTrimmingSettings</c>, from memory.</summary>
internal sealed class RunRetention(SiteSettings settings)
{
    public const int MostDays = 3650;
    private const string Name = "WorkflowTrimmingSettings";
    private const int DefaultDays = 90;

    /// <summary>Those that wait are never deleted, whatever Orchard's list names: somebody's decision would go with them.</summary>
    public static IReadOnlyList<WorkflowStatus> Ended { get; } = [WorkflowStatus.Finished, WorkflowStatus.Faulted, WorkflowStatus.Aborted];

    public int Days => int.TryParse(settings.Text(Name, "RetentionDays"), out var days) ? Math.Clamp(days, 1, MostDays) : DefaultDays;

    /// <summary>Nothing is deleted.</summary>
    public bool IsOff => settings.Get(Name).Flag("Disabled");

    /// <summary>As in Orchard, no list means all, and an empty one none.</summary>
    public IReadOnlyList<WorkflowStatus> Statuses => settings.Get(Name).Any("Statuses") is JsonArray listed
        ? [.. listed.Select(status => Enum.TryParse<WorkflowStatus>(status?.ToString(), ignoreCase: true, out var known) ? known : (WorkflowStatus?)null).OfType<WorkflowStatus>().Where(Ended.Contains).Distinct()]
        : Ended;

    /// <summary>Written as Orchard writes it; the caller saves. What else Orchard keeps there stays.</summary>
    /// <exception cref="RuleException">It is no number of days.</exception>
    public static Task PutAsync(SiteDb db, int? days, bool isOff, IEnumerable<WorkflowStatus> statuses, CancellationToken ct) => days is >= 1 and <= MostDays
        ? SiteSettings.PutAsync(db, Name, new JsonObject
        {
            ["RetentionDays"] = days, ["Disabled"] = isOff, ["Statuses"] = new JsonArray([.. statuses.Where(Ended.Contains).Distinct().Select(status => (JsonNode)status.ToString())]),
        }, ct)
        : throw new RuleException("workflow.retention", "Donnez un nombre de jours entre 1 et {0}.", MostDays) { Field = "Days" };
}

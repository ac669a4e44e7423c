using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;

namespace EssConsult.Contributions.Circuits;

/// <summary>Opens or closes an étape now, by its dates: what is open follows from them everywhere.</summary>
internal sealed class EssSetPhaseTask(SiteDb db, IContentStore content, TimeProvider clock) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssSetPhaseTask), ActivityCategory.Time, "Ouvrir ou fermer une étape")
    {
        Help = "L’étape dont il s’agit, ou celle de la démarche qui porte ce titre. Une démarche que quelqu’un est en train de modifier reste comme elle est.",
        Settings = [new("Phase", SettingKind.Liquid, "Étape, par son titre"), new("Open", SettingKind.Flag, "L’ouvrir ; sinon, la fermer")],
        Outcomes = ["Done", "Noop"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var wanted = (await call.LiquidAsync("Phase")).Trim() is { Length: > 0 } title ? title : call.Input["Phase"]?.ToString();
        if (wanted is null || (call.Input["Process"]?.ToString() ?? call.ContentItemId) is not { } id
            || await content.FindAsync(id, ContentVersion.Latest, ct) is not { Published: true } process || Find(process, wanted) is not { } phase
            || !Change(phase, call.Settings.AnyText("Open") is "true" or "True"))
        {
            return ActivityResult.Of("Noop");
        }

        await content.PublishAsync(process, ct);
        db.Audit(new AuditEntry("process.phase", process.ContentItemId, call.Actor, new { Phase = phase["ContentItemId"]?.ToString(), Run = call.WorkflowId }));
        return ActivityResult.Done;
    }

    private static JsonObject? Find(ContentItem process, string wanted) => (process.Content["Phases"]?["ContentItems"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(phase =>
        phase["ContentItemId"]?.ToString() == wanted || string.Equals(phase["TitlePart"]?["Title"]?.ToString() ?? phase["DisplayText"]?.ToString(), wanted, StringComparison.OrdinalIgnoreCase));

    /// <returns>False when the étape is so already.</returns>
    private bool Change(JsonObject phase, bool open)
    {
        var now = clock.UtcNow();
        var read = ProcessReader.ReadPhase(phase.ReadContentItem());
        if (open ? read.IsOpen(now) : read.IsOver(now))
        {
            return false;
        }

        if (open)
        {
            Put(phase, "Starts", read.StartsUtc <= now ? read.StartsUtc : now);
            Put(phase, "Ends", read.IsOver(now) ? null : read.EndsUtc);
        }
        else
        {
            Put(phase, "Starts", read.StartsUtc > now ? now : read.StartsUtc);
            Put(phase, "Ends", now);
        }

        return true;
    }

    private static void Put(JsonObject phase, string field, DateTime? at)
    {
        if (phase["Phase"] is not JsonObject part)
        {
            phase["Phase"] = part = [];
        }

        part[field] = new JsonObject { ["Value"] = at?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) };
    }
}

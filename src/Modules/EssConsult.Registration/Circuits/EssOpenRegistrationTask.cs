using System.Text.Json.Nodes;
using EssConsult.Registration.Events;
using EssConsult.Workflows.Contracts;

namespace EssConsult.Registration.Circuits;

/// <summary>Opens or closes the registrations of an event now, by its dates. An event that somebody is changing stays as it is.</summary>
internal sealed class EssOpenRegistrationTask(SiteDb db, IContentStore content, TimeProvider clock) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssOpenRegistrationTask), ActivityCategory.Person, "Ouvrir ou fermer les inscriptions")
    {
        Help = "Du rendez-vous dont il s’agit, à partir de maintenant. Un rendez-vous que quelqu’un est en train de modifier reste comme il est.",
        Settings = [new("Open", SettingKind.Flag, "Les ouvrir ; sinon, les fermer")],
        Outcomes = ["Done", "Noop"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if ((call.Input["Event"]?.ToString() ?? call.ContentItemId) is not { } id || await content.FindAsync(id, ContentVersion.Latest, ct) is not { Published: true } item
            || item.Content[nameof(RegistrationPart)] is not JsonObject part || !Change(part, call.Settings.AnyText("Open") is "true" or "True"))
        {
            return ActivityResult.Of("Noop");
        }

        await content.PublishAsync(item, ct);
        db.Audit(new AuditEntry("event.registrations", id, call.Actor, new { Run = call.WorkflowId }));
        return ActivityResult.Done;
    }

    /// <returns>False when they are so already.</returns>
    private bool Change(JsonObject part, bool open)
    {
        var now = clock.UtcNow();
        var read = System.Text.Json.JsonSerializer.Deserialize<RegistrationPart>(part)!;
        var isOpen = read.Enabled && (read.Opens is null || read.Opens <= now) && (read.Closes is null || read.Closes > now);
        if (isOpen == open)
        {
            return false;
        }

        if (open)
        {
            part[nameof(RegistrationPart.Enabled)] = true;
            part.Remove(nameof(RegistrationPart.Opens));
            part.Remove(nameof(RegistrationPart.Closes));
        }
        else
        {
            part[nameof(RegistrationPart.Closes)] = now.Iso();
        }

        return true;
    }
}

using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Circuits;

/// <summary>Entrusts the contribution to one person of the team: one who is named, else whoever of some roles has the fewest texts waiting.</summary>
internal sealed class EssAssignFacilitatorTask(SiteDb db, Facilitators facilitators, ICircuitPeople people) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssAssignFacilitatorTask), ActivityCategory.Contribution, "Confier à une personne de l’équipe")
    {
        Help = "À la personne nommée, sinon à celle de ces rôles qui a le moins de textes en attente. Elle est prévenue. Les étapes suivantes la connaissent sous le nom choisi.",
        Settings = [new("Roles", SettingKind.Roles, "Parmi ces rôles"), new("UserNames", SettingKind.Liquid, "Ou à cette personne"), new("PropertyName", SettingKind.Text, "Retenir la personne sous le nom")],
        Outcomes = ["Assigned", "Noop", "Failed"], PropertyFrom = "PropertyName",
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (call.ContentItemId is not { } id || await db.Set<ContributionRow>().FirstOrDefaultAsync(row => row.ContentItemId == id, ct) is not { } row)
        {
            return ActivityResult.Of("Failed");
        }

        var isNew = !await facilitators.IsAbleAsync(row.FacilitatorId, ct);
        if (isNew)
        {
            IReadOnlyCollection<string> among = await people.NamedAsync(call) is { Count: > 0 } named ? named : await people.InRolesAsync(call, ct);
            if (await facilitators.LeastBusyAsync(among, ct) is not { } chosen)
            {
                return ActivityResult.Of("Failed");
            }

            await facilitators.EntrustAsync(row, chosen, call.Actor, ct);
        }

        if (call.Settings.AnyText("PropertyName") is { Length: > 0 } name)
        {
            call.Properties[name] = people.AliasOf(row.FacilitatorId!);
        }

        return ActivityResult.Of(isNew ? "Assigned" : "Noop");
    }
}

using EssConsult.Discussion.Contracts;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Circuits;

/// <summary>Publishes the contribution that waits.</summary>
internal sealed class EssPublishContributionTask(SiteDb db, ContributionModeration moderation) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssPublishContributionTask), ActivityCategory.Contribution, "Publier la contribution") { Outcomes = ["Published", "Noop"] };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (await db.WaitingAsync(call, ct) is not { } id)
        {
            return ActivityResult.Of("Noop");
        }

        await moderation.AcceptAsync(id, stamp: null, call.Actor, ct);
        return ActivityResult.Of("Published");
    }
}

/// <summary>Sends the contribution that waits back to its author: with the motive that the decider chose, else with the one set here.</summary>
internal sealed class EssRefuseContributionTask(SiteDb db, ContributionModeration moderation) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssRefuseContributionTask), ActivityCategory.Contribution, "Refuser la contribution")
    {
        Help = "Le motif est celui que la personne qui décide a choisi, sinon celui-ci.",
        Settings = [new("Motive", SettingKind.Choice, "Motif") { Choices = [.. Enum.GetNames<Motive>()], IsRequired = true }, new("Note", SettingKind.Liquid, "Un mot pour l’auteur")],
        Outcomes = ["Refused", "Noop"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (await db.WaitingAsync(call, ct) is not { } id)
        {
            return ActivityResult.Of("Noop");
        }

        var chosen = call.Input["Motive"]?.ToString() ?? call.Settings.AnyText("Motive");
        var note = call.Input["Note"]?.ToString() is { Length: > 0 } said ? said : await call.LiquidAsync("Note");
        await moderation.RefuseAsync(id, stamp: null, Enum.TryParse<Motive>(chosen, out var motive) ? motive : Motive.Other, note, call.Actor, ct);
        return ActivityResult.Of("Refused");
    }
}

internal static class WaitingContribution
{
    /// <summary>The run's contribution, if it still waits: its author may have taken it back, or somebody decided.</summary>
    public static async Task<string?> WaitingAsync(this SiteDb db, IActivityCall call, CancellationToken ct) =>
        call.ContentItemId is { } id && await db.Set<ContributionRow>().AnyAsync(row => row.ContentItemId == id && row.State == ContributionState.Submitted, ct) ? id : null;
}

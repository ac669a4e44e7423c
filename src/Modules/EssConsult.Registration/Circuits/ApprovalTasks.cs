using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Circuits;

/// <summary>Gives the registration that waits for the team's word a seat, or a place on the waiting list.</summary>
internal sealed class EssApproveRegistrationTask(SiteDb db, RegistrationVerbs verbs) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssApproveRegistrationTask), ActivityCategory.Person, "Accepter l’inscription")
    {
        Help = "Une place, ou un rang dans la liste d’attente s’il n’y en a plus. La personne reçoit son billet ou son rang.", Outcomes = ["Approved", "Noop"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (await db.RequestOfAsync(call, ct) is not { } registration)
        {
            return ActivityResult.Of("Noop");
        }

        await using var seats = await verbs.StageApprovalAsync(registration.Id, ct);
        db.Audit(new AuditEntry("registration.approved", registration.EventId, call.Actor, registration.Id));
        await seats.CommitAsync(ct);
        return ActivityResult.Of("Approved");
    }
}

/// <summary>Turns down the registration that waits for the team's word.</summary>
internal sealed class EssRefuseRegistrationTask(SiteDb db, RegistrationVerbs verbs) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssRefuseRegistrationTask), ActivityCategory.Person, "Ne pas retenir l’inscription") { Help = "La personne est prévenue.", Outcomes = ["Refused", "Noop"] };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (await db.RequestOfAsync(call, ct) is not { } registration)
        {
            return ActivityResult.Of("Noop");
        }

        await verbs.StageEndAsync(registration, EndReason.Refused, ct);
        db.Audit(new AuditEntry("registration.refused", registration.EventId, call.Actor, registration.Id));
        return ActivityResult.Of("Refused");
    }
}

internal static class RegistrationRequest
{
    /// <summary>The run's registration, if it still waits: the person may have cancelled.</summary>
    public static async Task<Registration?> RequestOfAsync(this SiteDb db, IActivityCall call, CancellationToken ct) =>
        Guid.TryParse(call.CorrelationId, out var id) ? await db.Set<Registration>().FirstOrDefaultAsync(row => row.Id == id && row.State == RegistrationState.Pending, ct) : null;
}

using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Circuits;

/// <summary>Gives the registration that waits for the team's word a seat, or a place on the waiting list.</summary>
internal sealed class EssApproveRegistrationTask(SiteDb db, TimeProvider clock) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssApproveRegistrationTask), ActivityCategory.Person, "Accepter l’inscription")
    {
        Help = "Une place, ou un rang dans la liste d’attente s’il n’y en a plus. La personne reçoit son billet ou son rang.", Outcomes = ["Approved", "Noop"],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ActivityResult.Of(await db.DecideAsync(call, isApproved: true, clock.UtcNow(), ct) ? "Approved" : "Noop");
}

/// <summary>Turns down the registration that waits for the team's word.</summary>
internal sealed class EssRefuseRegistrationTask(SiteDb db, TimeProvider clock) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(EssRefuseRegistrationTask), ActivityCategory.Person, "Ne pas retenir l’inscription") { Help = "La personne est prévenue.", Outcomes = ["Refused", "Noop"] };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ActivityResult.Of(await db.DecideAsync(call, isApproved: false, clock.UtcNow(), ct) ? "Refused" : "Noop");
}

file static class RegistrationDecision
{
    /// <summary>Stages the decision about the run's registration; seats are given behind the run, under their lock.</summary>
    /// <returns>False when nothing waits any more: the person cancelled, or the event is over or called off.</returns>
    public static async Task<bool> DecideAsync(this SiteDb db, IActivityCall call, bool isApproved, DateTime now, CancellationToken ct)
    {
        if (!Guid.TryParse(call.CorrelationId, out var id) || !await db.Set<Registration>().AnyAsync(row => row.Id == id && row.State == RegistrationState.Pending
            && db.Set<EventRow>().Any(found => found.ContentItemId == row.EventId && !found.IsCancelled && found.EndsUtc > now), ct))
        {
            return false;
        }

        db.Publish(new RegistrationDecided(id, isApproved, call.Actor));
        return true;
    }
}

/// <summary>Carries out what circuits decided about registrations. Where no seat is left and nobody may wait, the registration stays with the team.</summary>
internal sealed class CarryOutDecisions(SiteDb db, RegistrationVerbs verbs) : IHandle<RegistrationDecided>
{
    public async Task HandleAsync(RegistrationDecided happened, CancellationToken ct)
    {
        if (await db.Set<Registration>().FirstOrDefaultAsync(row => row.Id == happened.RegistrationId && row.State == RegistrationState.Pending, ct) is not { } registration)
        {
            return;
        }

        try
        {
            await (happened.IsApproved ? verbs.ApproveAsync(registration.Id, ct) : verbs.EndAsync(registration, EndReason.Refused, ct));
        }
        catch (RuleException full) when (full.Code == Seats.Placing.Full)
        {
            db.Audit(new AuditEntry("registration.full", registration.EventId, happened.By, registration.Id));
            return;
        }

        db.Audit(new AuditEntry(happened.IsApproved ? "registration.approved" : "registration.refused", registration.EventId, happened.By, registration.Id));
    }
}

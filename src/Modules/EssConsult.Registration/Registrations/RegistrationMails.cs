using EssConsult.Registration.Events;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration;

/// <summary>Tells people what became of their registration: at once, for each of these is a receipt, a ticket or an offer.</summary>
internal sealed class RegistrationMails(SiteDb db, RegistrationPost post)
    : IHandle<SeatsRequested>, IHandle<RegistrationConfirmed>, IHandle<PersonPromoted>, IHandle<RegistrationEnded>
{
    public Task HandleAsync(SeatsRequested happened, CancellationToken ct) => SendAsync(happened.RegistrationId, ct);

    public Task HandleAsync(RegistrationConfirmed happened, CancellationToken ct) => SendAsync(happened.RegistrationId, ct);

    public Task HandleAsync(PersonPromoted happened, CancellationToken ct) => SendAsync(happened.RegistrationId, ct);

    public Task HandleAsync(RegistrationEnded happened, CancellationToken ct) => SendAsync(happened.RegistrationId, ct);

    /// <summary>By what it is now: an event that is read late tells no old news.</summary>
    private async Task SendAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Set<Registration>().Where(registration => registration.Id == id)
            .Join(db.Set<EventRow>(), registration => registration.EventId, row => row.ContentItemId, (registration, row) => new { registration, row }).FirstOrDefaultAsync(ct);
        if (found is not null && TemplateOf(found.registration, found.row) is { } template && found.registration.ToldState != template)
        {
            found.registration.ToldState = template;
            found.registration.ToldSequence = found.row.Sequence;
            await post.SendAsync(found.registration, found.row, template, ct);
        }
    }

    /// <summary>Once more, as it stands now: a message that was lost, or another address. The caller saves.</summary>
    public async Task SendAgainAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Set<Registration>().Where(registration => registration.Id == id)
            .Join(db.Set<EventRow>(), registration => registration.EventId, row => row.ContentItemId, (registration, row) => new { registration, row }).FirstAsync(ct);
        if (TemplateOf(found.registration, found.row) is { } template)
        {
            await post.SendAsync(found.registration, found.row, template, ct);
        }
    }

    private static string? TemplateOf(Registration registration, EventRow row) => registration.State switch
    {

        // One confirmation is for the plenary and for all workshops that go with it.
        _ when registration is { IsEnded: false, IsProved: false } => registration.WithinId is null ? "registration-confirm" : null,
        RegistrationState.Confirmed => "registration-seat",
        RegistrationState.Waiting => "registration-waiting",
        RegistrationState.Offered => "registration-offer",
        RegistrationState.Pending => "registration-pending",
        RegistrationState.Ended when registration is { EndReason: EndReason.Lapsed, IsProved: false } || row.IsCancelled => null,
        _ => "registration-ended",
    };
}

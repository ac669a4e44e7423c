using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Registration.Events;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration;

/// <summary>Writes to whoever registered, by account or by address, with the entry for their calendar.</summary>
internal sealed class RegistrationPost(SiteDb db, IMailQueue mail, IMailPeople people, ISiteAddress address, RegistrationLinks links, EventCalendar calendar, IMarkup markup, TimeProvider clock)
{
    /// <param name="registration">Whose.</param>
    /// <param name="row">The event.</param>
    /// <param name="template">Without prefix nor language.</param>
    /// <param name="ct">Ends the writing.</param>
    /// <param name="note">What the organiser adds.</param>
    public async Task SendAsync(Registration registration, EventRow row, string template, CancellationToken ct, string? note = null)
    {
        var rank = registration.State == RegistrationState.Waiting ? await RankAsync(registration, ct) : 0;
        var lapses = registration.HoldUntilUtc;
        if (registration.PersonId is { } personId)
        {
            await people.EnqueueAsync(personId, new PersonMail(template) { NotAfterUtc = lapses, Model = language => Model(registration, row, rank, note, language), Calendar = EntryOf(registration, row) }, ct);
        }
        else if (registration.Email is { } email)
        {
            await mail.EnqueueAsync(new MailDraft(template, email)
            {
                Language = registration.Language, NotAfterUtc = lapses, Model = Model(registration, row, rank, note, registration.Language), Calendar = EntryOf(registration, row)?.Invoke(email),
            }, ct);
        }
    }

    /// <summary>How a message about an event would read, to somebody invented, in French.</summary>
    public Task<(string Subject, MailPassage Words)> PreviewAsync(string template, string? note) => mail.PreviewAsync(new MailDraft(template, "prenom.nom@exemple.fr")
    {
        Model = new Dictionary<string, object?>
        {
            ["Name"] = "Prénom Nom", ["Title"] = "Une plénière", ["When"] = clock.UtcNow().AddDays(7).MomentIn(Language.French), ["Where"] = "Une salle", ["Note"] = Passage(note), ["Url"] = address.Absolute("/"), ["EventUrl"] = address.Absolute("/"),
        },
    });

    /// <summary>1 for who comes next.</summary>
    public async Task<int> RankAsync(Registration registration, CancellationToken ct) => 1 + await db.Set<Registration>()
        .CountAsync(row => row.EventId == registration.EventId && row.State == RegistrationState.Waiting && row.ConfirmedUtc != null && row.Arrival < registration.Arrival, ct);

    private Func<string, MailCalendar>? EntryOf(Registration registration, EventRow row) => registration switch
    {
        { State: RegistrationState.Confirmed } => to => calendar.Personal(row, registration.Id, to, row.IsCancelled, address.Absolute(links.ToOwn(registration.Id), registration.Language)),
        { IsEnded: true, SeatedUtc: not null } => to => calendar.Personal(row, registration.Id, to, isCancelled: true, address.Absolute("/" + row.Path, registration.Language)),
        _ => null,
    };

    private MailPassage? Passage(string? note) => string.IsNullOrEmpty(note) ? null : new MailPassage(note, markup.Markdown(note));

    private Dictionary<string, object?> Model(Registration registration, EventRow row, int rank, string? note, string language)
    {
        var culture = Language.Of(language);
        return new()
        {
            ["Name"] = registration.Name, ["Title"] = row.Title, ["When"] = row.When(culture),
            ["Where"] = EventCalendar.Location(row), ["IsOnline"] = row.Mode != EventMode.InPerson, ["Note"] = Passage(note), ["Seats"] = registration.Seats, ["Rank"] = rank, ["Until"] = registration.HoldUntilUtc?.MomentIn(culture),
            ["Url"] = address.Absolute(links.ToOwn(registration.WithinId ?? registration.Id), language), ["EventUrl"] = address.Absolute("/" + row.Path, language),
            ["Releases"] = row.ReleasesSilentSeats, ["Deadline"] = (row.StartsUtc - Reminders.EventReminders.TwoDays).MomentIn(culture), ["Reason"] = registration.EndReason?.ToString(), ["HadSeat"] = registration.SeatedUtc is not null,
        };
    }
}

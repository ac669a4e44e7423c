using EssConsult.Mail.Contracts;
using EssConsult.Registration.Events;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Invitations;

/// <summary>Invites people by name, reminds those who have not answered, and reads their links.</summary>
internal sealed class Inviting(SiteDb db, IMailQueue mail, ISiteAddress address, RegistrationLinks links, TimeProvider clock)
{
    public const int MostAtOnce = 500;

    /// <summary>Reads lines « Nom ; adresse » (or « Nom &lt;adresse&gt; », or the address alone), as people paste them.</summary>
    /// <returns>Who could be read, and the lines that could not.</returns>
    public static (IReadOnlyList<(string Name, string Email)> People, IReadOnlyList<string> Wrong) Read(string? pasted)
    {
        var (people, wrong) = (new Dictionary<string, (string, string)>(), new List<string>());
        foreach (var line in (pasted ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostAtOnce))
        {
            var words = line.Split([';', '\t', ',', '<', '>'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var email = words.Select(EmailAddress.Clean).FirstOrDefault(found => found is not null);
            var name = TypedText.Clean(words.FirstOrDefault(word => EmailAddress.Clean(word) is null));
            if (email is null || name.Length > 100)
            {
                wrong.Add(line);
            }
            else
            {
                people[EmailAddress.Normalize(email)] = (name, email);
            }
        }

        return ([.. people.Values], wrong);
    }

    /// <summary>Stages invitations and their mails; who was invited before is left out.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> InviteAsync(EventRow row, IReadOnlyList<(string Name, string Email)> people, CancellationToken ct)
    {
        var keys = people.Select(person => EmailAddress.Normalize(person.Email)).ToList();
        var known = (await db.Set<Invitation>().Where(invitation => invitation.EventId == row.ContentItemId && keys.Contains(invitation.EmailKey)).Select(invitation => invitation.EmailKey).ToListAsync(ct)).ToHashSet();
        var fresh = people.Where(person => !known.Contains(EmailAddress.Normalize(person.Email))).ToList();
        foreach (var (name, email) in fresh)
        {
            var now = clock.UtcNow();
            var invitation = db.Add(new Invitation { EventId = row.ContentItemId, Name = name, Email = email, EmailKey = EmailAddress.Normalize(email), CreatedUtc = now, SentUtc = now }).Entity;
            await SendAsync(invitation, row, ct);
        }

        return fresh.Count;
    }

    /// <summary>Writes once more to those who have neither registered nor declined.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ChaseAsync(EventRow row, CancellationToken ct)
    {
        var silent = await Silent(row.ContentItemId).Where(invitation => invitation.TimesSent < 2).Take(MostAtOnce).ToListAsync(ct);
        foreach (var invitation in silent)
        {
            (invitation.SentUtc, invitation.TimesSent) = (clock.UtcNow(), invitation.TimesSent + 1);
            await SendAsync(invitation, row, ct);
        }

        return silent.Count;
    }

    public IQueryable<Invitation> Silent(string eventId) => db.Set<Invitation>()
        .Where(invitation => invitation.EventId == eventId && invitation.DeclinedUtc == null && !db.Set<Registration>().Any(row => row.InvitationId == invitation.Id));

    /// <summary>The invitation of a link, for this event; null when it is not ours, or another event's.</summary>
    public async Task<Invitation?> FindAsync(string? token, string eventId, CancellationToken ct) =>
        links.ReadInvitation(token) is { } id ? await db.Set<Invitation>().FirstOrDefaultAsync(invitation => invitation.Id == id && invitation.EventId == eventId, ct) : null;

    private Task SendAsync(Invitation invitation, EventRow row, CancellationToken ct) => mail.EnqueueAsync(
        new MailDraft("event-invitation", invitation.Email)
        {
            NotAfterUtc = row.ClosingUtc,
            Model = new Dictionary<string, object?>
            {
                ["Name"] = invitation.Name, ["Title"] = row.Title, ["When"] = row.When(Language.French), ["Where"] = EventCalendar.Location(row), ["Url"] = address.Absolute(links.ToInvitation(invitation.Id, row.ContentItemId)),
            },
        }, ct);
}

using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;

namespace EssConsult.Notifications.Mailings;

/// <summary>What the form of a message holds.</summary>
/// <param name="Audience">Name of the audience, a colon, and the id of the choice.</param>
internal sealed record MailingText(string? Audience, string? Subject, string? Text, bool IsUrgent);

/// <summary>The verbs of a message before it leaves. Each stages; the page saves.</summary>
internal sealed class WriteMailing(SiteDb db, Audiences audiences, MailingLetters letters, IMailPeople mail, CurrentPerson person, TimeProvider clock)
{
    /// <summary>A message is scheduled within a year.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <exception cref="RuleException">Something is missing or too long.</exception>
    public async Task<Mailing> SaveAsync(Mailing? known, MailingText typed, CancellationToken ct)
    {
        var parts = (typed.Audience ?? string.Empty).Split(':', 2);
        var choice = parts.Length == 2 ? await audiences.FindAsync(parts[0], parts[1], ct) : null;
        if (choice is null)
        {
            throw new RuleException("mailing.audience", "Choisissez à qui vous écrivez.") { Field = "Audience" };
        }

        var (subject, text) = (typed.Subject?.Trim() ?? string.Empty, typed.Text?.Trim() ?? string.Empty);
        Need(subject, Mailing.LongestSubject, "Subject", "Écrivez l’objet du message.", "L’objet a {0} caractères au plus.");
        Need(text, Mailing.LongestText, "Text", "Écrivez le message.", "Le message a {0} caractères au plus.");
        var mailing = known ?? db.Add(new Mailing
        {
            Audience = parts[0], AudienceId = parts[1], AudienceTitle = choice.Title, Why = choice.Why, Subject = subject, Text = text, CreatedUtc = clock.UtcNow(), CreatedById = person.RequiredId,
        }).Entity;
        RefuseUnless(mailing, MailingState.Draft);
        (mailing.Audience, mailing.AudienceId, mailing.AudienceTitle, mailing.Why) = (parts[0], parts[1], choice.Title, choice.Why);
        (mailing.Subject, mailing.Text, mailing.IsUrgent, mailing.Version) = (subject, text, typed.IsUrgent, Guid.NewGuid());
        return mailing;
    }

    public Task TestAsync(Mailing mailing, CancellationToken ct) => mail.EnqueueAsync(person.RequiredId, letters.Of(mailing, person.RequiredId, isTest: true), ct);

    /// <param name="atParis">Null for now.</param>
    /// <exception cref="RuleException">It has left already, would reach nobody, or the date is past or too far.</exception>
    public async Task ScheduleAsync(Mailing mailing, DateTime? atParis, CancellationToken ct)
    {
        RefuseUnless(mailing, MailingState.Draft);
        var now = clock.UtcNow();
        var at = atParis?.FromParis() ?? now;
        if (at < now - TimeSpan.FromMinutes(1) || at > now + Furthest)
        {
            throw new RuleException("mailing.date", "Choisissez une date à venir, dans l’année.") { Field = "At" };
        }

        if ((await audiences.CountAsync(mailing.Audience, mailing.AudienceId, ct)).Reached == 0)
        {
            throw new RuleException("mailing.nobody", "Ce message n’atteindrait personne.");
        }

        (mailing.State, mailing.ScheduledUtc, mailing.Version) = (MailingState.Scheduled, at, Guid.NewGuid());
        db.Audit(new AuditEntry("mailing.schedule", mailing.Id.ToString(), person.RequiredId, new { mailing.Audience, mailing.AudienceId, At = at }));
    }

    /// <summary>A message that has not begun to leave becomes a draft again; one that leaves goes no further.</summary>
    public void Stop(Mailing mailing)
    {
        RefuseUnless(mailing, MailingState.Scheduled, MailingState.Sending);
        if (mailing.State == MailingState.Scheduled)
        {
            (mailing.State, mailing.ScheduledUtc) = (MailingState.Draft, null);
        }
        else
        {
            (mailing.State, mailing.FinishedUtc) = (MailingState.Cancelled, clock.UtcNow());
        }

        mailing.Version = Guid.NewGuid();
        db.Audit(new AuditEntry("mailing.stop", mailing.Id.ToString(), person.RequiredId));
    }

    public Mailing Copy(Mailing mailing) => db.Add(new Mailing
    {
        Audience = mailing.Audience, AudienceId = mailing.AudienceId, AudienceTitle = mailing.AudienceTitle, Why = mailing.Why, Subject = mailing.Subject, Text = mailing.Text, IsUrgent = mailing.IsUrgent,
        CreatedUtc = clock.UtcNow(), CreatedById = person.RequiredId,
    }).Entity;

    public void Delete(Mailing mailing)
    {
        RefuseUnless(mailing, MailingState.Draft);
        db.Remove(mailing);
    }

    private static void Need(string text, int longest, string field, string missing, string tooLong)
    {
        if (text.Length == 0)
        {
            throw new RuleException("mailing.missing", missing) { Field = field };
        }

        if (text.Length > longest)
        {
            throw new RuleException("mailing.long", tooLong, longest) { Field = field };
        }
    }

    private static void RefuseUnless(Mailing mailing, params ReadOnlySpan<MailingState> states)
    {
        if (!states.Contains(mailing.State))
        {
            throw new RuleException("mailing.gone", "Ce message n’est plus un brouillon : relisez où il en est.");
        }
    }
}

using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Post;

/// <summary>What applicants and jurors are told by mail. No mail to the jury or the team names an entry: who is recused reads none.</summary>
internal sealed class PrizeMails(SiteDb db, IMailQueue mail, IMailPeople people, ISiteAddress address, JuryLinks links) : IHandle<EntrySubmitted>, IHandle<EntryScreened>, IHandle<JurorInvited>, IHandle<ScoringOpened>
{
    public Task HandleAsync(EntrySubmitted happened, CancellationToken ct) => TellApplicantAsync(happened.EntryId, happened.Sequence, "entry-received", ct);

    public Task HandleAsync(EntryScreened happened, CancellationToken ct) => TellApplicantAsync(happened.EntryId, sequence: null, happened.IsEligible ? "entry-eligible" : "entry-ineligible", ct);

    public async Task HandleAsync(JurorInvited happened, CancellationToken ct)
    {
        var juror = await db.Set<Juror>().AsNoTracking().FirstAsync(row => row.Id == happened.JurorId, ct);
        var edition = await EditionAsync(happened.EditionId, ct);
        await mail.EnqueueAsync(new MailDraft("juror-invitation", juror.Email) { Model = new Dictionary<string, object?> { ["Name"] = juror.Name, ["Title"] = edition.Title, ["Until"] = edition.ScoringClosesUtc?.MomentIn(Language.French), ["Url"] = address.Absolute(links.ToInvitation(juror.Id)) } }, ct);
    }

    public async Task HandleAsync(ScoringOpened happened, CancellationToken ct)
    {
        var edition = await EditionAsync(happened.EditionId, ct);
        var jurors = await db.Set<Juror>().Where(juror => juror.EditionId == happened.EditionId && juror.State == JurorState.Accepted && juror.PersonId != null).Select(juror => juror.PersonId!).ToListAsync(ct);
        await people.EnqueueManyAsync(jurors.ToDictionary(id => id, _ => new PersonMail("jury-opened")
        {
            Model = language => new Dictionary<string, object?> { ["Title"] = edition.Title, ["Until"] = edition.ScoringClosesUtc?.MomentIn(CultureOf(language)), ["Url"] = address.Absolute("/jury/" + edition.ContentItemId, language) },
        }), ct);
    }

    /// <param name="entryId">Whose applicant.</param>
    /// <param name="sequence">Which of its submissions the mail is about; null for the last.</param>
    /// <param name="template">Without prefix nor language.</param>
    /// <param name="ct">Ends the reading.</param>
    private async Task TellApplicantAsync(Guid entryId, int? sequence, string template, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().FirstAsync(row => row.Id == entryId, ct);
        var sent = await db.Set<EntrySubmission>().AsNoTracking().FirstAsync(row => row.EntryId == entryId && row.Sequence == (sequence ?? entry.Submissions), ct);
        var edition = await EditionAsync(entry.EditionId, ct);
        await people.EnqueueAsync(entry.OwnerId, new PersonMail(template)
        {
            Model = language => new Dictionary<string, object?>
            {
                ["Edition"] = edition.Title, ["Title"] = EntryText.Read(sent.Content).Title, ["Number"] = entry.Number, ["Receipt"] = sent.Hash, ["At"] = sent.AtUtc.MomentIn(CultureOf(language)),
                ["Until"] = edition.ClosesUtc?.MomentIn(CultureOf(language)), ["Reason"] = entry.Reason, ["Url"] = address.Absolute($"/dossiers/{entry.Id}/recu", language),
            },
        }, ct);
    }

    private Task<Edition> EditionAsync(string id, CancellationToken ct) => db.Set<Edition>().AsNoTracking().FirstAsync(row => row.ContentItemId == id, ct);

    private static System.Globalization.CultureInfo CultureOf(string language) => language == "en" ? Language.English : Language.French;
}

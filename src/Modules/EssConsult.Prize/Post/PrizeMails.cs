using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Post;

/// <summary>What applicants and jurors are told by mail. No mail to the jury or the team names an entry: who is recused reads none.</summary>
internal sealed class PrizeMails(SiteDb db, IMailQueue mail, IMailPeople people, ISiteAddress address, JuryLinks links, CoApplicantLinks invitations) : IHandle<EntrySubmitted>, IHandle<EntryScreened>, IHandle<EntryCorrectionAsked>, IHandle<JurorInvited>, IHandle<ScoringOpened>, IHandle<LaureatesAnnounced>, IHandle<CoApplicantInvited>, IHandle<EntryAppealDecided>
{
    public Task HandleAsync(EntrySubmitted happened, CancellationToken ct) => TellApplicantAsync(happened.EntryId, happened.Sequence, happened.IsCompletion ? "entry-completed" : "entry-received", ct);

    public Task HandleAsync(EntryScreened happened, CancellationToken ct) => TellApplicantAsync(happened.EntryId, sequence: null, happened.IsEligible ? "entry-eligible" : "entry-ineligible", ct);

    public Task HandleAsync(EntryCorrectionAsked happened, CancellationToken ct) => TellApplicantAsync(happened.EntryId, sequence: null, "entry-correction", ct);

    public Task HandleAsync(EntryAppealDecided happened, CancellationToken ct) => happened.IsUpheld ? Task.CompletedTask : TellApplicantAsync(happened.EntryId, sequence: null, "entry-appeal-rejected", ct);

    public async Task HandleAsync(CoApplicantInvited happened, CancellationToken ct)
    {
        if (await db.Set<CoApplicant>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == happened.InvitationId && row.PersonId == null, ct) is { } invited
            && await db.Set<Entry>().Where(row => row.Id == happened.EntryId).Select(row => row.EditionId).FirstOrDefaultAsync(ct) is { } editionId && await EditionAsync(editionId, ct) is { } edition)
        {
            await mail.EnqueueAsync(new MailDraft("coapplicant-invitation", invited.Email) { Model = new Dictionary<string, object?> { ["Edition"] = edition.Title, ["Url"] = address.Absolute(invitations.ToInvitation(invited.Id)) } }, ct);
        }
    }

    public async Task HandleAsync(JurorInvited happened, CancellationToken ct)
    {
        // Whoever was erased meanwhile gets no mail.
        if (await db.Set<Juror>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == happened.JurorId && row.State == JurorState.Invited, ct) is not { } juror || await EditionAsync(happened.EditionId, ct) is not { } edition)
        {
            return;
        }

        await mail.EnqueueAsync(new MailDraft("juror-invitation", juror.Email) { Model = new Dictionary<string, object?> { ["Name"] = juror.Name, ["Title"] = edition.Title, ["Until"] = edition.ScoringClosesUtc?.MomentIn(Language.French), ["Url"] = address.Absolute(links.ToInvitation(juror.Id)) } }, ct);
    }

    public async Task HandleAsync(ScoringOpened happened, CancellationToken ct)
    {
        if (await EditionAsync(happened.EditionId, ct) is not { } edition)
        {
            return;
        }

        var jurors = await db.Set<Juror>().Where(juror => juror.EditionId == happened.EditionId && juror.State == JurorState.Accepted && juror.PersonId != null).Select(juror => juror.PersonId!).ToListAsync(ct);
        await people.EnqueueManyAsync(jurors.ToDictionary(id => id, _ => new PersonMail("jury-opened")
        {
            Model = language => new Dictionary<string, object?> { ["Title"] = edition.Title, ["Until"] = edition.ScoringClosesUtc?.MomentIn(Language.Of(language)), ["Url"] = address.Absolute("/jury/" + edition.ContentItemId, language) },
        }), ct);
    }

    /// <summary>Whoever was judged learns it before the newspaper, with what the jury says to them.</summary>
    public async Task HandleAsync(LaureatesAnnounced happened, CancellationToken ct)
    {
        if (await EditionAsync(happened.EditionId, ct) is not { } edition)
        {
            return;
        }

        var judged = await db.Set<Entry>().Where(entry => entry.EditionId == happened.EditionId && entry.State == EntryState.Eligible).OrderBy(entry => entry.Number).Select(entry => entry.Id).ToListAsync(ct);
        var applicants = await db.ApplicantsAsync(judged, ct);
        await people.EnqueueManyAsync(judged.SelectMany(id => applicants[id].Select(applicant => (Id: id, PersonId: applicant))).GroupBy(entry => entry.PersonId).ToDictionary(mine => mine.Key, mine => new PersonMail("prize-announced")
        {
            Model = language => new Dictionary<string, object?> { ["Edition"] = edition.Title, ["Url"] = address.Absolute("/" + edition.Path, language), ["EntryUrl"] = address.Absolute(mine.Count() == 1 ? $"/dossiers/{mine.First().Id}/recu" : "/compte/dossiers", language) },
        }), ct);
    }

    /// <param name="entryId">Whose applicant.</param>
    /// <param name="sequence">Which of its submissions the mail is about; null for the last.</param>
    /// <param name="template">Without prefix nor language.</param>
    /// <param name="ct">Ends the reading.</param>
    private async Task TellApplicantAsync(Guid entryId, int? sequence, string template, CancellationToken ct)
    {
        if (await db.Set<Entry>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == entryId, ct) is not { } entry || await EditionAsync(entry.EditionId, ct) is not { } edition
            || await db.Set<EntrySubmission>().AsNoTracking().FirstOrDefaultAsync(row => row.EntryId == entryId && row.Sequence == (sequence ?? entry.Submissions), ct) is not { } sent)
        {
            return;
        }

        var appeal = await db.Set<Appeal>().Where(row => row.EntryId == entryId).Select(row => row.Reason).FirstOrDefaultAsync(ct);
        var written = new PersonMail(template)
        {
            Model = language => new Dictionary<string, object?>
            {
                ["Edition"] = edition.Title, ["Title"] = EntryText.Read(sent.Content).Title, ["Number"] = entry.Number, ["Receipt"] = sent.Hash, ["At"] = sent.AtUtc.MomentIn(Language.Of(language)),
                ["Until"] = edition.ClosesUtc?.MomentIn(Language.Of(language)), ["Reason"] = entry.Reason, ["AppealReason"] = appeal, ["AppealUntil"] = entry.AppealUntilUtc(edition)?.MomentIn(Language.Of(language)), ["Correction"] = entry.Correction, ["CorrectionUntil"] = entry.CorrectionUntilUtc?.MomentIn(Language.Of(language)), ["Url"] = address.Absolute($"/dossiers/{entry.Id}/recu", language),
            },
        };
        await people.EnqueueManyAsync((await db.ApplicantsAsync([entryId], ct))[entryId].ToDictionary(id => id, _ => written), ct);
    }

    private Task<Edition?> EditionAsync(string id, CancellationToken ct) => db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == id, ct);
}

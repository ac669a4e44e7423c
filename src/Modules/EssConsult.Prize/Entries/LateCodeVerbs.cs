using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Entries;

/// <summary>Issues codes for late entries and takes them, each in the edition's turn.</summary>
internal sealed class LateCodeVerbs(SiteDb db, IMailQueue mail, IPeople people, ISiteAddress address, CurrentPerson person, TimeProvider clock)
{
    /// <exception cref="RuleException">An address, a reason or a deadline is missing, or scoring is open.</exception>
    public async Task IssueAsync(string editionId, string? email, string? reason, DateTime? until, CancellationToken ct)
    {
        var (why, now) = (TypedText.Clean(reason), clock.UtcNow());
        var to = EmailAddress.Clean(email) ?? throw new RuleException("late-code.email", "Écrivez une adresse e-mail complète, par exemple prenom@exemple.fr.") { Field = "Email" };

        if (why.Length == 0)
        {
            throw new RuleException("late-code.reason", "Dites pourquoi : la raison sera au procès-verbal.") { Field = "Reason" };
        }

        if (until is not { } deadline || deadline < now.AddHours(1))
        {
            throw new RuleException("late-code.until", "Laissez au moins une heure.") { Field = "Until" };
        }

        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(editionId, ct);
        if (edition.Stage != EditionStage.Call)
        {
            throw new RuleException("late-code.stage", "La notation est ouverte : aucun dossier n’entre plus.");
        }

        var code = LateCode.New();
        var issued = db.Add(new LateCode { EditionId = editionId, Email = to, Reason = why, UntilUtc = deadline, Hash = LateCode.HashOf(editionId, code), IssuedUtc = now, IssuedById = person.RequiredId }).Entity;
        db.Record(edition, now, RecordedActs.OfLateCode(issued.Id, null));
        db.Publish(new LateCodeIssued(issued.Id, editionId));
        db.Audit(new AuditEntry("late-code.issued", editionId, person.RequiredId, new { issued.Id, issued.UntilUtc, issued.Reason }));
        await mail.EnqueueAsync(new MailDraft("late-code", to) { NotAfterUtc = deadline, Model = new Dictionary<string, object?> { ["Edition"] = edition.Title, ["Code"] = code, ["Until"] = deadline.MomentIn(Language.French), ["Url"] = address.Absolute($"/prix/{editionId}/retard") } }, ct);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>Opens a late entry: the draft that was not sent in time, or a new one.</summary>
    /// <exception cref="RuleException">No such code for this person, used, or too late.</exception>
    public async Task<Guid> UseAsync(string editionId, string? code, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(editionId, ct);
        var (hash, me, now) = (LateCode.HashOf(editionId, code), person.RequiredId, clock.UtcNow());
        if (edition.Stage != EditionStage.Call || await db.Set<LateCode>().FirstOrDefaultAsync(row => row.EditionId == editionId && row.Hash == hash, ct) is not { } known || (await people.AtAsync([known.Email], ct)).GetValueOrDefault(known.Email) != me)
        {
            throw new RuleException("late-code.unknown", "Ce code n’est pas valable ici, ou il est pour une autre adresse que celle de votre compte.") { Field = "Code" };
        }

        var entry = await db.Set<Entry>().Where(row => row.EditionId == editionId && row.OwnerId == me && row.Number == null).OrderByDescending(row => row.CreatedUtc).FirstOrDefaultAsync(ct) ?? db.Add(new Entry { EditionId = editionId, OwnerId = me, CreatedUtc = now }).Entity;
        known.Use(entry.Id, now);
        entry.OpenLate(known.UntilUtc);
        db.Record(edition, now, RecordedActs.OfLateCode(known.Id, entry.Id));
        db.Publish(new LateCodeUsed(known.Id, editionId, entry.Id));
        db.Audit(new AuditEntry("late-code.used", editionId, me, new { known.Id, EntryId = entry.Id }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return entry.Id;
    }
}

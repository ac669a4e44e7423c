using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Jury;

/// <summary>Who is of the jury, and who is kept from what.</summary>
internal sealed class JuryVerbs(SiteDb db, ConflictDetection detection, HintSearch hints, Readings readings, CurrentPerson person, TimeProvider clock)
{
    public const int LongestName = 100;

    /// <summary>The code of the rule that a jury which has judged stays as it is.</summary>
    public const string Late = "juror.late";

    /// <exception cref="RuleException">No name or address, or invited already.</exception>
    public async Task<Juror> InviteAsync(Edition edition, string? name, string? email, string? organisation, CancellationToken ct)
    {
        var (called, address) = (TypedText.Line(name, LongestName), EmailAddress.Clean(email));
        if (called.Length == 0)
        {
            throw new RuleException("juror.name", "Écrivez le nom de la personne.") { Field = "New.Name" };
        }

        if (address is null)
        {
            throw new RuleException("juror.email", "Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.") { Field = "New.Email" };
        }

        RequireUnjudged(edition);
        var juror = db.Add(new Juror { EditionId = edition.ContentItemId, Name = called, Email = address, EmailKey = EmailAddress.Normalize(address), Organisation = TypedText.Line(organisation, LongestName) is { Length: > 0 } from ? from : null, InvitedUtc = clock.UtcNow() }).Entity;
        db.Publish(new JurorInvited(juror.Id, edition.ContentItemId));
        db.Audit(new AuditEntry("juror.invited", juror.Id.ToString(), person.RequiredId));
        await db.SaveChangesAsync(ct);
        return juror;
    }

    /// <summary>Sends the mail once more to somebody who has not answered.</summary>
    public async Task RemindAsync(Juror juror, CancellationToken ct)
    {
        if (juror.State != JurorState.Invited)
        {
            throw new RuleException("juror.answered", "Cette personne a déjà répondu.");
        }

        db.Publish(new JurorInvited(juror.Id, juror.EditionId));
        db.Audit(new AuditEntry("juror.reminded", juror.Id.ToString(), person.RequiredId));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The signed-in person takes the seat; what the site knows of their links is written down at once.</summary>
    public async Task AcceptAsync(Edition edition, Juror juror, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        edition = await db.LockEditionAsync(edition.ContentItemId, ct);
        await db.Entry(juror).ReloadAsync(ct);
        RequireUnjudged(edition);
        if (juror.State != JurorState.Accepted)
        {
            db.Record(edition, clock.UtcNow(), RecordedActs.OfJuror(RecordedActs.Joined, juror.Id));
        }

        juror.Accept(person.RequiredId, clock.UtcNow());
        db.Audit(new AuditEntry("juror.accepted", juror.Id.ToString(), person.RequiredId));
        await db.SaveChangesAsync(ct);
        var entries = await db.Set<Entry>().Where(entry => entry.EditionId == edition.ContentItemId && entry.Number != null).ToListAsync(ct);
        await RecuseAsync(edition, await detection.FindAsync(juror, entries, ct), ct);
        db.AddRange(await hints.FindAsync(edition, [juror], entries, ct));
        await db.SaveChangesAsync(ct);
        await FillAsync(edition, ct);

        await write.CommitAsync(ct);
    }

    public async Task DeclineAsync(Juror juror, string? reason, CancellationToken ct)
    {
        juror.Decline(TypedText.Clean(reason) is { Length: > 0 } words ? words : null, clock.UtcNow());
        db.Audit(new AuditEntry("juror.declined", juror.Id.ToString(), person.Id ?? juror.Id.ToString()));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>One president at most, in the edition's turn.</summary>
    public async Task PresideAsync(Juror juror, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockEditionAsync(juror.EditionId, ct);
        await db.Entry(juror).ReloadAsync(ct);
        foreach (var other in await db.Set<Juror>().Where(row => row.EditionId == juror.EditionId && row.IsPresident).ToListAsync(ct))
        {
            other.IsPresident = false;
        }

        juror.IsPresident = juror.State == JurorState.Accepted ? true : throw new RuleException("juror.president", "La présidence revient à quelqu’un qui a accepté d’être du jury.");
        db.Audit(new AuditEntry("juror.president", juror.Id.ToString(), person.RequiredId));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>The marks given stay in the record and count no more.</summary>
    /// <param name="juror">Of an edition that is not judged yet.</param>
    /// <param name="byId">Who says so.</param>
    /// <param name="ct">Ends the writing.</param>
    public async Task LeaveAsync(Juror juror, string byId, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(juror.EditionId, ct);
        RequireUnjudged(edition);
        foreach (var sheet in await db.Set<Sheet>().Where(row => row.JurorId == juror.Id).ToListAsync(ct))
        {
            await VoidAsync(edition, sheet, ct);
        }

        if (juror.State == JurorState.Accepted)
        {
            juror.Leave();
            db.Record(edition, clock.UtcNow(), RecordedActs.OfJuror(RecordedActs.Left, juror.Id));
        }
        else if (juror.State is JurorState.Invited or JurorState.Declined)
        {
            // Never of the jury: the address may be invited once more.
            db.Remove(juror);
        }

        db.Audit(new AuditEntry("juror.left", juror.Id.ToString(), byId));
        await db.SaveChangesAsync(ct);
        await FillAsync(edition, ct);
        await write.CommitAsync(ct);
    }

    /// <summary>What the juror says of their links: those entries are not found for them any more, as of now.</summary>
    public async Task DeclareAsync(Juror juror, IReadOnlyDictionary<Guid, ConflictKind> links, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(juror.EditionId, ct);
        var known = await db.Set<Entry>().Where(entry => entry.EditionId == juror.EditionId && links.Keys.Contains(entry.Id)).Select(entry => entry.Id).ToListAsync(ct);
        await RecuseAsync(edition, [.. known.Select(id => new Conflict { EditionId = juror.EditionId, EntryId = id, PersonId = juror.PersonId!, Kind = links[id], Origin = ConflictOrigin.Declared, AtUtc = clock.UtcNow() })], ct);
        juror.DeclaredUtc ??= clock.UtcNow();
        await db.SaveChangesAsync(ct);
        await FillAsync(edition, ct);
        await write.CommitAsync(ct);
    }

    /// <summary>The team learned of links, or the applicant tells of them; all are of one edition.</summary>
    public async Task ReportAsync(string editionId, IReadOnlyCollection<Conflict> conflicts, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(editionId, ct);
        await RecuseAsync(edition, conflicts, ct);
        await FillAsync(edition, ct);
        await write.CommitAsync(ct);
    }

    /// <summary>The team looked at what may be a link.</summary>
    /// <param name="isLink">As of now the entry is not found for that juror any more.</param>
    /// <exception cref="RuleException">It is about whoever decides, and they would leave it without consequence.</exception>
    public async Task DecideAsync(LinkHint hint, bool isLink, CancellationToken ct)
    {
        if (!isLink && hint.PersonId == person.RequiredId)
        {
            throw new RuleException("hint.own", "Ce lien est le vôtre : quelqu’un d’autre de l’équipe dit s’il est sans suite.");
        }

        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(hint.EditionId, ct);
        hint.Decide(isLink, person.RequiredId, clock.UtcNow());
        db.Audit(new AuditEntry(isLink ? "hint.link" : "hint.no-link", hint.EntryId.ToString(), person.RequiredId, new { hint.Id, hint.Kind }));
        await db.SaveChangesAsync(ct);
        if (isLink)
        {
            await RecuseAsync(edition, [new Conflict { EditionId = hint.EditionId, EntryId = hint.EntryId, PersonId = hint.PersonId, Kind = hint.Kind, Origin = ConflictOrigin.Detected, Path = hint.Path, AtUtc = clock.UtcNow() }], ct);
            await FillAsync(edition, ct);
        }

        await write.CommitAsync(ct);
    }

    /// <summary>In the edition's turn. What is known already is left as it is.</summary>
    public async Task RecuseAsync(Edition edition, IReadOnlyCollection<Conflict> found, CancellationToken ct)
    {
        if (edition.Stage is not (EditionStage.Call or EditionStage.Scoring) && found.Count > 0)
        {
            throw new RuleException("conflict.late", "La notation est close : le jury délibère sur ce qui a été noté. Dites ce lien à la présidence, qui le fera inscrire au procès-verbal.");
        }

        foreach (var conflict in found)
        {
            if (await db.Set<Conflict>().AnyAsync(row => row.EntryId == conflict.EntryId && row.PersonId == conflict.PersonId && row.Kind == conflict.Kind, ct))
            {
                continue;
            }

            db.Add(conflict);
            db.Audit(new AuditEntry("conflict." + conflict.Origin.ToString().ToLowerInvariant(), conflict.EntryId.ToString(), conflict.PersonId, new { conflict.Kind }));
            var juror = await db.Set<Juror>().Where(row => row.EditionId == conflict.EditionId && row.PersonId == conflict.PersonId).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(ct);
            db.Record(edition, conflict.AtUtc, RecordedActs.OfRecusal(conflict.EntryId, juror));
            foreach (var sheet in await db.Set<Sheet>().Where(row => row.EntryId == conflict.EntryId && row.JurorId == juror).ToListAsync(ct))
            {
                await VoidAsync(edition, sheet, ct);
            }

            await db.SaveChangesAsync(ct);
            await db.Set<JuryPair>().Where(pair => pair.EntryId == conflict.EntryId && pair.JurorId == juror)
                .ExecuteUpdateAsync(pair => pair.SetProperty(row => row.Standing, Standing.Recused), ct);
        }
    }

    private static void RequireUnjudged(Edition edition)
    {
        if (edition.Stage is not (EditionStage.Call or EditionStage.Scoring))
        {
            throw new RuleException(Late, "La notation est close : le jury ne change plus.");
        }
    }

    /// <summary>While scoring is open somebody else reads what has lost a reader, as far as there is anybody.</summary>
    private async Task FillAsync(Edition edition, CancellationToken ct)
    {
        if (edition.Stage == EditionStage.Scoring)
        {
            db.Publish(new ReadingsChanged(edition.ContentItemId));
            await readings.GiveAsync(edition, isWhole: false, ct);
        }
    }

    private async Task VoidAsync(Edition edition, Sheet sheet, CancellationToken ct)
    {
        var sequence = 1 + await db.Set<SheetSubmission>().Where(sent => sent.JurorId == sheet.JurorId && sent.EntryId == sheet.EntryId).MaxAsync(sent => sent.Sequence, ct);
        var voided = db.Add(SheetSubmission.Of(sheet.JurorId, sheet.EntryId, sequence, SheetAct.Voided, sheet.Content, clock.UtcNow())).Entity;
        db.Record(edition, voided.AtUtc, RecordedActs.OfSheet(sheet.JurorId, sheet.EntryId, sequence, nameof(SheetAct.Voided), voided.Commitment));
        db.Remove(sheet);
    }
}

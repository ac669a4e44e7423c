using EssConsult.Prize.Editions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Entries;

/// <summary>Who writes an entry together: whoever began it invites and removes, each joins by themselves and may leave.</summary>
internal sealed class CoApplicantVerbs(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    /// <exception cref="RuleException">No address, one that is invited already, too many, or the entry is judged or withdrawn.</exception>
    public async Task InviteAsync(Edition edition, Entry entry, string? email, CancellationToken ct)
    {
        RequireOpen(edition, entry);
        if (entry.OwnerId != person.RequiredId)
        {
            throw new RuleException("coapplicant.owner", "Qui a commencé le dossier invite et retire les autres.");
        }

        var address = EmailAddress.Clean(email) ?? throw new RuleException("coapplicant.email", "Écrivez une adresse e-mail complète, par exemple prenom@exemple.fr.") { Field = "Email" };

        if (await db.Set<CoApplicant>().CountAsync(row => row.EntryId == entry.Id, ct) >= CoApplicant.Most)
        {
            throw new RuleException("coapplicant.many", "Un dossier s’écrit à {0} au plus, en plus de vous.", CoApplicant.Most);
        }

        var invited = db.Add(new CoApplicant { EntryId = entry.Id, Email = address, EmailKey = EmailAddress.Normalize(address), InvitedUtc = clock.UtcNow() }).Entity;
        db.Publish(new CoApplicantInvited(invited.Id, entry.Id));
        db.Audit(new AuditEntry("coapplicant.invited", entry.Id.ToString(), person.RequiredId, new { invited.Id }));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>In the edition's turn: of two people with one link, one joins, and nobody once the jury reads.</summary>
    public async Task JoinAsync(string editionId, Entry entry, CoApplicant invited, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(editionId, ct);
        await db.Entry(entry).ReloadAsync(ct);
        await db.Entry(invited).ReloadAsync(ct);
        RequireOpen(edition, entry);
        if (entry.OwnerId == person.RequiredId)
        {
            throw new RuleException("coapplicant.self", "Ce dossier est déjà le vôtre.");
        }

        invited.Join(person.RequiredId, clock.UtcNow());
        db.Publish(new CoApplicantJoined(entry.Id, edition.ContentItemId, person.RequiredId));
        db.Audit(new AuditEntry("coapplicant.joined", entry.Id.ToString(), person.RequiredId, new { invited.Id }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>By whoever began the entry, or by themselves.</summary>
    public async Task RemoveAsync(Edition edition, Entry entry, CoApplicant gone, CancellationToken ct)
    {
        RequireOpen(edition, entry);
        if (entry.OwnerId != person.RequiredId && gone.PersonId != person.RequiredId)
        {
            throw new RuleException("coapplicant.owner", "Qui a commencé le dossier invite et retire les autres.");
        }

        db.Remove(gone);
        db.Publish(new CoApplicantRemoved(gone.Id, entry.Id));
        db.Audit(new AuditEntry("coapplicant.removed", entry.Id.ToString(), person.RequiredId, new { gone.Id }));
        await db.SaveChangesAsync(ct);
    }

    private static void RequireOpen(Edition edition, Entry entry)
    {
        if (edition.Stage != EditionStage.Call || entry.State == EntryState.Withdrawn)
        {
            throw new RuleException("coapplicant.late", "On ne change plus qui dépose ce dossier : le jury le lit, ou il est retiré.");
        }
    }
}

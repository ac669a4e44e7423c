using EssConsult.Actors.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features;

/// <summary>A contact of the structure, or a moderator, answers who asked to speak for it.</summary>
internal sealed class DecideMembershipHandler(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    /// <returns>False when there is no such request, or it is not this person's to answer.</returns>
    public async Task<bool> DecideAsync(Guid memberId, bool accept, CancellationToken ct)
    {
        var member = await FindAsync(memberId, ct);
        if (member is null)
        {
            return false;
        }

        if (member.Decide(accept, person.RequiredId, clock.UtcNow()))
        {
            db.Audit(new AuditEntry(accept ? "actor.member.accept" : "actor.member.decline", member.ActorId.ToString(), person.RequiredId, new { member.PersonId }));
            db.Publish(new MembershipDecided(member.ActorId, member.PersonId, accept));
            await db.SaveChangesAsync(ct);
        }

        return true;
    }

    /// <summary>Gives an accepted member the right to edit the structure and to decide on members, or takes it back.</summary>
    public async Task<bool> ChangeRoleAsync(Guid memberId, MemberRole role, CancellationToken ct)
    {
        var member = await FindAsync(memberId, ct);
        if (member is not { State: MemberState.Accepted })
        {
            return false;
        }

        member.Role = role;
        db.Audit(new AuditEntry("actor.member.role", member.ActorId.ToString(), person.RequiredId, new { member.PersonId, Role = role.ToString() }));
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Withdraws one's own request, or stops speaking for the structure.</summary>
    public async Task<bool> LeaveAsync(Guid memberId, CancellationToken ct)
    {
        var member = await db.Set<ActorMember>().FirstOrDefaultAsync(row => row.Id == memberId && row.PersonId == person.RequiredId, ct);

        // An answer that was « no » stays: leaving must not be a way to ask again.
        if (member is null or { State: MemberState.Declined })
        {
            return false;
        }

        db.Remove(member);
        db.Publish(new MembershipEnded(member.ActorId, member.PersonId));
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<ActorMember?> FindAsync(Guid memberId, CancellationToken ct)
    {
        var members = db.Set<ActorMember>();
        var member = await members.FirstOrDefaultAsync(row => row.Id == memberId, ct);
        if (member is null || person.Can(Permissions.ManageActors))
        {
            return member;
        }

        var isContact = await members.AnyAsync(
            own => own.ActorId == member.ActorId && own.PersonId == person.RequiredId && own.State == MemberState.Accepted && own.Role == MemberRole.Contact, ct);
        return isContact && member.PersonId != person.RequiredId ? member : null;
    }
}

using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors;

/// <summary>Tells people what was decided about what they asked, at once, and contacts that somebody asks, once a day.</summary>
internal sealed class ActorMails(SiteDb db, IMailPeople mail, ISiteAddress address)
    : IHandle<ActorPublished>, IHandle<ActorArchived>, IHandle<MembershipRequested>, IHandle<MembershipDecided>
{
    public async Task HandleAsync(ActorPublished happened, CancellationToken ct)
    {
        if (happened.First && await FindAsync(happened.ActorId, ct) is { ProposedById: { } proposer } actor)
        {
            await TellAsync(proposer, "actor-published", MailUrgency.AtOnce, actor, ct);
        }
    }

    public async Task HandleAsync(ActorArchived happened, CancellationToken ct)
    {
        if (happened.WasProposal && await FindAsync(happened.ActorId, ct) is { ProposedById: { } proposer } actor)
        {
            await TellAsync(proposer, "actor-refused", MailUrgency.AtOnce, actor, ct);
        }
    }

    public async Task HandleAsync(MembershipRequested happened, CancellationToken ct)
    {
        if (await FindAsync(happened.ActorId, ct) is not { } actor)
        {
            return;
        }

        var contacts = db.Set<ActorMember>().Where(member => member.ActorId == actor.Id && member.State == MemberState.Accepted && member.Role == MemberRole.Contact);
        foreach (var contact in await contacts.Select(member => member.PersonId).Take(20).ToListAsync(ct))
        {
            await TellAsync(contact, "actor-member-requested", MailUrgency.Digest, actor, ct);
        }
    }

    public async Task HandleAsync(MembershipDecided happened, CancellationToken ct)
    {
        if (await FindAsync(happened.ActorId, ct) is { } actor)
        {
            await TellAsync(happened.PersonId, happened.Accepted ? "actor-member-accepted" : "actor-member-declined", MailUrgency.AtOnce, actor, ct);
        }
    }

    private Task<Actor?> FindAsync(Guid id, CancellationToken ct) => db.Set<Actor>().AsNoTracking().FirstOrDefaultAsync(actor => actor.Id == id, ct);

    private Task TellAsync(string personId, string template, MailUrgency urgency, Actor actor, CancellationToken ct) => mail.EnqueueAsync(personId, new PersonMail(template)
    {
        Urgency = urgency,
        Model = language => new Dictionary<string, object?>
        {
            ["Actor"] = actor.Name,
            ["Url"] = address.Absolute(actor.Path, language),
            ["Mine"] = address.Absolute("/compte/structures", language),
        },
    }, ct);
}

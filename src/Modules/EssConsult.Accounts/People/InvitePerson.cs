using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Roles;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.People;

/// <summary>Prepares an account with roles for somebody who has not come yet; it is forgotten after a week without a visit.</summary>
internal sealed class InvitePersonHandler(SiteDb db, IMailQueue mail, ISiteAddress site, AdministerPersonHandler administer, CurrentPerson actor, TimeProvider clock)
{
    /// <exception cref="RuleException">Not an address, an account that exists, or a role beyond the actor's rights.</exception>
    public async Task<string> HandleAsync(string? typed, IReadOnlyCollection<string> wanted, CancellationToken ct)
    {
        var email = EmailAddress.Clean(typed)
            ?? throw new RuleException("account.address", "Écrivez une adresse e-mail complète, par exemple prenom@exemple.fr.") { Field = "Email" };
        var roles = await db.Set<Role>().Where(role => wanted.Contains(role.Name)).ToListAsync(ct);
        if (!roles.TrueForAll(administer.MayAssign))
        {
            throw Reach.Beyond();
        }

        var person = db.Add(Person.Expected(email, clock.UtcNow())).Entity;
        db.AddRange(roles.Select(role => new PersonRole { PersonId = person.Id, Role = role.Name }));
        db.Audit(new AuditEntry("account.invite", person.Id, actor.RequiredId, new { Roles = roles.Select(role => role.Name) }));
        await mail.EnqueueAsync(
            new MailDraft("invitation", email)
            {
                PersonId = person.Id,
                Model = new Dictionary<string, object?> { ["Url"] = site.Absolute("/connexion"), ["Inviter"] = actor.DisplayName },
            },
            ct);
        await db.SaveChangesAsync(ct);
        return person.Id;
    }
}

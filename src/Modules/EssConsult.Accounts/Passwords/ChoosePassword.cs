using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Passwords;

/// <summary>Adds, changes or replaces a forgotten password.</summary>
internal sealed class ChoosePasswordHandler(SiteDb db, UserManager<Person> people, Proof proof, Session session, IMailPeople mail)
{
    /// <exception cref="RuleException">The former password is wrong, a code is wanted first, or the new password is refused.</exception>
    public async Task HandleAsync(string personId, string? current, string? wanted, CancellationToken ct)
    {
        await proof.RequireAsync(personId, current, ct);
        var person = await db.Set<Person>().SingleAsync(known => known.Id == personId, ct);
        NewPassword.Set(people, person, wanted);
        db.Publish(new SessionsEnded(person.Id));
        await mail.EnqueueAsync(person.Id, new PersonMail("password-changed"), ct);
        await db.SaveChangesAsync(ct);
        await session.RenewAsync(person);
    }
}

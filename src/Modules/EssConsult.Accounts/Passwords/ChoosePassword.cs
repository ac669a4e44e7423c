using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Passwords;

/// <summary>Adds, changes or replaces a forgotten password.</summary>
internal sealed class ChoosePasswordHandler(SiteDb db, UserManager<Person> people, Lockout lockout, Session session, IMailPeople mail)
{
    /// <exception cref="RuleException">The former password is wrong, or the new one is refused.</exception>
    public async Task HandleAsync(string personId, string? current, string? wanted, CancellationToken ct)
    {
        var person = await db.Set<Person>().SingleAsync(known => known.Id == personId, ct);
        if (await MustGiveCurrentAsync(person) && !await IsCurrentAsync(person, current, ct))
        {
            throw new RuleException("account.current-password", "Ce n’est pas votre mot de passe actuel.") { Field = "CurrentPassword" };
        }

        NewPassword.Set(people, person, wanted);
        db.Publish(new SessionsEnded(person.Id));
        await mail.EnqueueAsync(person.Id, new PersonMail("password-changed"), ct);
        await db.SaveChangesAsync(ct);
        await session.RenewAsync(person);
    }

    public async Task<bool> MustGiveCurrentAsync(string personId, CancellationToken ct) =>
        await MustGiveCurrentAsync(await db.Set<Person>().AsNoTracking().SingleAsync(known => known.Id == personId, ct));

    private async Task<bool> MustGiveCurrentAsync(Person person) => person.PasswordHash is not null && !await session.IsAddressProvedAsync();

    private async Task<bool> IsCurrentAsync(Person person, string? password, CancellationToken ct)
    {
        if (lockout.Holds(person) || await people.CheckPasswordAsync(person, password ?? string.Empty))
        {
            return !lockout.Holds(person);
        }

        await lockout.CountFailureAsync(person, ct);
        return false;
    }
}

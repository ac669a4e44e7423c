using System.Globalization;
using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Passwords;
using EssConsult.Accounts.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Identification;

internal sealed record NewAdministrator(string? Email, string? DisplayName, string? Password);

/// <summary>Uses up a one-time link: its bearer gets an account with the role Administrator.</summary>
internal sealed class BecomeAdministratorHandler(SiteDb db, UserManager<Person> people, LastAdministrator administrators, Arrival arrival, Browser browser, TimeProvider clock)
{
    public Task<Installation?> FindAsync(string? token, CancellationToken ct)
    {
        var (hash, now) = (Secret.Hash(token ?? string.Empty), clock.UtcNow());
        return db.Set<Installation>().AsNoTracking().FirstOrDefaultAsync(known => known.TokenHash == hash && known.ExpiresUtc > now, ct);
    }

    /// <exception cref="RuleException">The link is used up or lapsed, or an answer is not usable.</exception>
    public async Task HandleAsync(string? token, NewAdministrator answers, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await administrators.TakeTurnAsync(ct);
        var found = await FindAsync(token, ct) ?? throw new RuleException("account.link-lapsed", "Ce lien n’est plus valable. Demandez un nouveau code.");

        // Each start without an administrator printed a link: there is one now.
        await db.Set<Installation>().Where(known => known.TokenHash == found.TokenHash || known.Email == null).ExecuteDeleteAsync(ct);
        var email = EmailAddress.Clean(found.Email ?? answers.Email)
            ?? throw new RuleException("account.address", "Écrivez une adresse e-mail complète, par exemple prenom@exemple.fr.") { Field = "Email" };
        var person = await PersonAsync(email, ct);
        person.DisplayName = DisplayedName.Clean(answers.DisplayName);
        if (answers.Password is { Length: > 0 } password)
        {
            NewPassword.Set(people, person, password);
        }

        if (!await db.Set<PersonRole>().AnyAsync(held => held.PersonId == person.Id && held.Role == SystemRoles.Administrator, ct))
        {
            db.Add(new PersonRole { PersonId = person.Id, Role = SystemRoles.Administrator });
        }

        db.Audit(new AuditEntry("role.assign", person.Id, "installation", new { Role = SystemRoles.Administrator }));
        db.Publish(new PersonChanged(person.Id));

        // The session reads the roles: they are saved before it opens.
        await db.SaveChangesAsync(ct);
        await arrival.EnterAsync(person, [browser.BrowserKey], Way.Code, ct);
        await write.CommitAsync(ct);
    }

    private async Task<Person> PersonAsync(string email, CancellationToken ct)
    {
        var (normalized, now) = (EmailAddress.Normalize(email), clock.UtcNow());
        var person = await db.Set<Person>().FirstOrDefaultAsync(known => known.NormalizedEmail == normalized, ct)
            ?? db.Add(new Person { CreatedUtc = now, Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName }).Entity;
        person.NormalizedUserName = person.Id.ToUpperInvariant();
        (person.Email, person.NormalizedEmail, person.EmailConfirmed) = (email, normalized, true);
        person.AgeConfirmedUtc ??= now;
        return person;
    }
}

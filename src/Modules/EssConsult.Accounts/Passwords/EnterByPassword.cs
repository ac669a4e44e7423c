using EssConsult.Accounts.Identification;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Passwords;

/// <summary>The same answer, after the same time, for an unknown address, a wrong password and a locked account.</summary>
internal sealed class EnterByPasswordHandler(SiteDb db, UserManager<Person> people, Lockout lockout, AddressLimits limits, Browser browser, Arrival arrival)
{
    private static readonly Person Nobody = new();
    private static readonly string SomeHash = new PasswordHasher<Person>().HashPassword(Nobody, "no one has this password");

    /// <exception cref="RuleException">It did not open.</exception>
    public async Task HandleAsync(string? email, string? password, CancellationToken ct)
    {
        limits.Count();
        var normalized = EmailAddress.Normalize(EmailAddress.Clean(email) ?? string.Empty);
        var person = await db.Set<Person>().FirstOrDefaultAsync(known => known.NormalizedEmail == normalized && known.PasswordHash != null, ct);
        if (person is null || !await lockout.AllowsAsync(person, ct))
        {
            people.PasswordHasher.VerifyHashedPassword(Nobody, SomeHash, password ?? string.Empty);
            throw Refused();
        }

        if (!await people.CheckPasswordAsync(person, password ?? string.Empty))
        {
            throw Refused();
        }

        await lockout.ForgetAsync(person, ct);
        await arrival.EnterAsync(person, [browser.BrowserKey], Way.Password, ct);
    }

    private static RuleException Refused() => new(
        "account.refused", "Adresse ou mot de passe incorrects. Après cinq essais, le compte refuse tout mot de passe pendant quinze minutes ; le code par e-mail marche toujours.");
}

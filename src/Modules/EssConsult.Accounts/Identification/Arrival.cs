using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Sessions;

namespace EssConsult.Accounts.Identification;

internal enum Way
{
    /// <summary>The account was made on this occasion.</summary>
    New,
    Code,
    Password,
    Persona,
}

/// <summary>The last step of every way in: drafts change hands, others hear of it, the session opens.</summary>
internal sealed class Arrival(SiteDb db, IEnumerable<IClaimDrafts> claims, Browser browser, Session session, TimeProvider clock)
{
    /// <summary>Saves what the caller staged along with it.</summary>
    /// <param name="browserKeys">Under which drafts may wait: this browser's, and that of the browser that asked for the code.</param>
    /// <exception cref="RuleException">The account is suspended.</exception>
    public async Task EnterAsync(Person person, IEnumerable<string?> browserKeys, Way way, CancellationToken ct)
    {
        if (person.IsDisabled)
        {
            throw new RuleException("account.suspended", "Ce compte est suspendu. Écrivez à l’équipe du site pour en savoir plus.");
        }

        var keys = browserKeys.OfType<string>().Distinct().ToList();
        foreach (var key in keys)
        {
            foreach (var claim in claims)
            {
                await claim.ClaimAsync(person.Id, key, ct);
            }
        }

        person.LastSeenUtc = clock.UtcNow();
        db.Publish(new PersonIdentified(person.Id, keys is [var first, ..] ? first : null, way == Way.New));
        await db.SaveChangesAsync(ct);

        browser.ForgetRequest();
        browser.ForgetDrafts();
        await session.OpenAsync(person, addressProved: way is Way.New or Way.Code);
    }
}

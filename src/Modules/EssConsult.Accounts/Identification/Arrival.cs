using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Sessions;

namespace EssConsult.Accounts.Identification;

/// <summary>The last step of every way in: drafts change hands, others hear of it, the session opens.</summary>
internal sealed class Arrival(SiteDb db, IEnumerable<IClaimDrafts> claims, Browser browser, Session session, TimeProvider clock)
{
    /// <summary>Saves what the caller staged along with it.</summary>
    /// <param name="browserKeys">Under which drafts may wait: this browser's, and that of the browser that asked for the code.</param>
    /// <exception cref="RuleException">The account is suspended.</exception>
    public async Task EnterAsync(Person person, IEnumerable<string?> browserKeys, bool isNew, CancellationToken ct)
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
        db.Publish(new PersonIdentified(person.Id, keys.FirstOrDefault(), isNew));
        await db.SaveChangesAsync(ct);

        browser.ForgetRequest();
        browser.ForgetDrafts();
        await session.OpenAsync(person);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Identification;

/// <summary>Makes the account of somebody whose address is proved: a displayed name, and 15 years or more. The button pressed twice makes it once and opens it twice.</summary>
internal sealed class IntroduceOneselfHandler(SiteDb db, OpenRequests requests, Browser browser, Arrival arrival, TimeProvider clock)
{
    /// <exception cref="RuleException">No name, too young, or the address is not proved on this browser.</exception>
    public async Task HandleAsync(string? displayName, bool ageConfirmed, CancellationToken ct)
    {
        var name = DisplayedName.Clean(displayName);
        if (!ageConfirmed)
        {
            throw new RuleException("account.age", "Il faut avoir 15 ans ou plus pour participer.") { Field = "Age" };
        }

        await using var write = await db.BeginWriteAsync(ct);
        var now = clock.UtcNow();
        var request = await requests.VerifiedAsync(ct);
        var known = request is null ? null : await db.Set<Person>().FirstOrDefaultAsync(person => person.NormalizedEmail == request.NormalizedEmail, ct);
        if (request is null || (request.UsedUtc is not null && known is null))
        {
            throw new RuleException("account.code-lapsed", "Ce code n’est plus valable. Demandez-en un autre, ou ouvrez le lien du message.");
        }

        if (request.UsedUtc is null)
        {
            request.UsedUtc = now;
            await arrival.EnterAsync(Introduced(known, request, name, now), [browser.BrowserKey, request.BrowserKey], Way.New, ct);
        }
        else
        {
            await arrival.EnterAsync(known!, [browser.BrowserKey], Way.Code, ct);
        }

        await write.CommitAsync(ct);
    }

    /// <param name="invited">The account that an invitation prepared.</param>
    private Person Introduced(Person? invited, SignInRequest request, string name, DateTime now)
    {
        var person = invited ?? db.Add(new Person { CreatedUtc = now }).Entity;
        person.NormalizedUserName = person.Id.ToUpperInvariant();
        (person.Email, person.NormalizedEmail, person.EmailConfirmed) = (request.Email, request.NormalizedEmail, true);
        (person.DisplayName, person.AgeConfirmedUtc) = (name, now);
        person.Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return person;
    }
}

internal static class DisplayedName
{
    public const int Longest = 60;

    /// <summary>The name on one line.</summary>
    /// <exception cref="RuleException">None, too long, or one that reveals an address.</exception>
    public static string Clean(string? typed)
    {
        var name = string.Join(' ', (typed ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name switch
        {
            { Length: < 2 } => throw new RuleException("account.name", "Écrivez le nom à afficher : un prénom suffit.") { Field = "DisplayName" },
            { Length: > Longest } => throw new RuleException("account.name-long", "Ce nom est trop long : 60 caractères au plus.") { Field = "DisplayName" },
            _ when name.Contains('@', StringComparison.Ordinal) || name.Any(char.IsControl) =>
                throw new RuleException("account.name-address", "Le nom affiché est public : n’y mettez pas votre adresse e-mail.") { Field = "DisplayName" },
            _ => name,
        };
    }
}

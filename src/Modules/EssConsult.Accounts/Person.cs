using System.Security.Cryptography;
using EssConsult.Accounts.Contracts;
using Microsoft.AspNetCore.Identity;

namespace EssConsult.Accounts;

/// <summary>An account. Its id is opaque; everything else about the person is erased with this row.</summary>
internal sealed class Person : IdentityUser
{
    // Orchard's alphabet and length for ids: readable aloud, no look-alikes.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public Person()
    {
        Id = "4" + RandomNumberGenerator.GetString(Alphabet, 25);
        UserName = Id;
        SecurityStamp = NewStamp();
        LockoutEnabled = true;
    }

    /// <summary>The name asked for, never derived from the address; null until the person gave one.</summary>
    public string? DisplayName
    {
        get;
        set => (field, SearchName) = (value, FoldedName.Of(value));
    }

    /// <summary>The name without case nor accents: neither database folds them alike.</summary>
    public string? SearchName { get; private set; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "fr";

    /// <summary>When the person declared to be 15 or older.</summary>
    public DateTime? AgeConfirmedUtc { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime? LastSeenUtc { get; set; }

    public DateTime? DisabledUtc { get; set; }

    /// <summary>Shown beside the name: an elected official, or staff although no role says so.</summary>
    public PersonBadge Badge { get; set; }

    /// <summary>« Exemple fictif ».</summary>
    public bool IsDemo { get; set; }

    /// <summary>A demo account that is offered for one-click sign-in.</summary>
    public bool IsPersona { get; set; }

    public bool IsDisabled => DisabledUtc is not null;

    /// <summary>Has proved the address and said who they are.</summary>
    public bool IsComplete => EmailConfirmed && DisplayName is not null && AgeConfirmedUtc is not null;

    /// <summary>An account for somebody who has yet to come and prove the address.</summary>
    public static Person Expected(string email, DateTime now)
    {
        var person = new Person { Email = email, NormalizedEmail = EmailAddress.Normalize(email), CreatedUtc = now };
        person.NormalizedUserName = person.Id.ToUpperInvariant();
        return person;
    }

    /// <summary>Ends every session: cookies carry the stamp.</summary>
    public void EndSessions() => SecurityStamp = NewStamp();

    private static string NewStamp() => RandomNumberGenerator.GetString(Alphabet, 32);
}

internal sealed class PersonRole
{
    public required string PersonId { get; init; }

    public required string Role { get; init; }
}

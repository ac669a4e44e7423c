namespace EssConsult.Accounts.Contracts;

/// <summary>What others may know of people.</summary>
public interface IPeople
{
    /// <summary>Names and badges by id, in one query; those who are gone are missing.</summary>
    Task<IReadOnlyDictionary<string, PersonName>> NamesAsync(IEnumerable<string> ids, CancellationToken ct);

    /// <summary>Ids of those who proved these addresses, by address as it was given; others are missing.</summary>
    Task<IReadOnlyDictionary<string, string>> AtAsync(IReadOnlyCollection<string> addresses, CancellationToken ct);

    /// <summary>What stands behind the @ of each person's proved address, in lower case, by id; nothing else of an address leaves.</summary>
    Task<IReadOnlyDictionary<string, string>> MailDomainsAsync(IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>Ids of those who hold the permission through a role, administrators included; at most 500.</summary>
    Task<IReadOnlyList<string>> HoldersAsync(string permission, CancellationToken ct);

    /// <summary>Ids of those who hold a role, in order, behind <paramref name="after"/>; of everybody who completed their account, for the role of any signed-in person.</summary>
    Task<IReadOnlyList<string>> InRoleAsync(string role, string after, int count, CancellationToken ct);

    /// <summary>How many hold a role; how many completed their account, for the role of any signed-in person.</summary>
    Task<int> CountAsync(string role, CancellationToken ct);

    /// <summary>Ids of those whose displayed name contains the words, by name; nobody when there are no words.</summary>
    Task<IReadOnlyList<string>> NamedAsync(string words, int most, CancellationToken ct);

    /// <summary>Those among them who hold a role; who completed their account, for the role of any signed-in person.</summary>
    Task<IReadOnlyList<string>> AmongAsync(string role, IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>Which of the addresses, in capitals, this person proved; null when it is none of them.</summary>
    /// <param name="addressKeys">A query of the caller's own table: an address leaves this module only to who has it already.</param>
    Task<string?> AddressAmongAsync(string personId, IQueryable<string> addressKeys, CancellationToken ct);

    /// <summary>Ids of those who hold one of the roles themselves; at most 500.</summary>
    Task<IReadOnlyList<string>> InRolesAsync(IReadOnlyCollection<string> roles, CancellationToken ct);
}

public enum PersonBadge
{
    None,

    /// <summary>Équipe d’animation.</summary>
    Staff,

    /// <summary>Élue, élu.</summary>
    Elected,
}

public sealed record PersonName(string Id, string DisplayName, PersonBadge Badge, bool IsDemo)
{
    /// <summary>Two letters for the avatar.</summary>
    public string Initials => string.Concat(DisplayName.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => char.ToUpperInvariant(word[0])));

    /// <summary>1 to 8, always the same for one person: the class <c>hue-N</c> of the avatar.</summary>
    public int Hue => (Id.Aggregate(17, (hash, letter) => (hash * 31) + letter) & 0x7fffffff) % 8 + 1;
}

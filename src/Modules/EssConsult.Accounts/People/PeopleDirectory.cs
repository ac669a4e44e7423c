using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Roles;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.People;

internal sealed class PeopleDirectory(SiteDb db, IRoleBook book) : IPeople
{
    private const int MostHolders = 500;

    public async Task<IReadOnlyDictionary<string, PersonName>> NamesAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<string, PersonName>();
        }

        var found = await db.Set<Person>().Where(person => wanted.Contains(person.Id) && person.DisplayName != null)
            .Select(person => new
            {
                person.Id, person.DisplayName, person.Badge, person.IsDemo,
                Roles = db.Set<PersonRole>().Where(held => held.PersonId == person.Id).Select(held => held.Role).ToList(),
            })
            .AsNoTracking().ToListAsync(ct);
        return found.ToDictionary(person => person.Id, person => new PersonName(person.Id, person.DisplayName!, BadgeOf(person.Badge, person.Roles), person.IsDemo));
    }

    public async Task<IReadOnlyDictionary<string, string>> AtAsync(IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        var wanted = addresses.DistinctBy(EmailAddress.Normalize).ToDictionary(EmailAddress.Normalize);
        var keys = wanted.Keys.ToList();
        var found = await db.Set<Person>().Where(person => keys.Contains(person.NormalizedEmail!) && person.EmailConfirmed && person.DisabledUtc == null)
            .Select(person => new { person.Id, person.NormalizedEmail }).AsNoTracking().ToListAsync(ct);
        return found.ToDictionary(person => wanted[person.NormalizedEmail!], person => person.Id);
    }

    public async Task<IReadOnlyDictionary<string, string>> MailDomainsAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var found = await db.Set<Person>().Where(person => ids.Contains(person.Id) && person.EmailConfirmed && person.Email != null).Select(person => new { person.Id, person.Email }).AsNoTracking().ToListAsync(ct);
        return found.ToDictionary(person => person.Id, person => person.Email![(person.Email!.LastIndexOf('@') + 1)..].ToLowerInvariant());
    }

    public async Task<IReadOnlyList<string>> HoldersAsync(string permission, CancellationToken ct)
    {
        var roles = (await db.Set<Role>().Select(role => role.Name).ToListAsync(ct)).Where(role => book.Grants([role], permission)).ToList();
        return await InRolesAsync(roles, ct);
    }

    public async Task<IReadOnlyList<string>> InRolesAsync(IReadOnlyCollection<string> roles, CancellationToken ct) => await db.Set<PersonRole>()
        .Where(held => roles.Contains(held.Role) && db.Set<Person>().Any(person => person.Id == held.PersonId && person.DisabledUtc == null))
        .Select(held => held.PersonId).Distinct().OrderBy(id => id).Take(MostHolders).ToListAsync(ct);

    public async Task<IReadOnlyList<string>> InRoleAsync(string role, string after, int count, CancellationToken ct) =>
        await Holding(role).Where(person => person.Id.CompareTo(after) > 0).Select(person => person.Id).OrderBy(id => id).Take(count).ToListAsync(ct);

    public Task<int> CountAsync(string role, CancellationToken ct) => Holding(role).CountAsync(ct);

    public async Task<IReadOnlyList<string>> NamedAsync(string words, int most, CancellationToken ct) => string.IsNullOrWhiteSpace(words) ? []
        : await Holding(SystemRoles.Authenticated).Containing(db, words, person => person.DisplayName).OrderBy(person => person.DisplayName).ThenBy(person => person.Id).Select(person => person.Id).Take(most).ToListAsync(ct);

    public async Task<IReadOnlyList<string>> AmongAsync(string role, IReadOnlyCollection<string> ids, CancellationToken ct) => await Holding(role).Where(person => ids.Contains(person.Id)).Select(person => person.Id).ToListAsync(ct);

    public Task<string?> AddressAmongAsync(string personId, IQueryable<string> addressKeys, CancellationToken ct) =>
        db.Set<Person>().Where(person => person.Id == personId && person.EmailConfirmed && person.DisabledUtc == null && addressKeys.Contains(person.NormalizedEmail!)).Select(person => person.NormalizedEmail).FirstOrDefaultAsync(ct);

    private IQueryable<Person> Holding(string role)
    {
        var active = db.Set<Person>().Where(person => person.DisabledUtc == null && person.EmailConfirmed && person.DisplayName != null);
        return role == SystemRoles.Authenticated ? active : active.Where(person => db.Set<PersonRole>().Any(held => held.PersonId == person.Id && held.Role == role));
    }

    private PersonBadge BadgeOf(PersonBadge given, List<string> roles) =>
        given == PersonBadge.None && book.Grants(roles, Permissions.AccessAdminPanel) ? PersonBadge.Staff : given;
}

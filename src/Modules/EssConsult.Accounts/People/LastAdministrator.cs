using EssConsult.Accounts.Roles;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.People;

/// <summary>A site never loses its last administrator.</summary>
internal sealed class LastAdministrator(SiteDb db)
{
    /// <summary>Inside the caller's write transaction.</summary>
    /// <exception cref="RuleException">The person is the only administrator left, demo accounts aside.</exception>
    public async Task RefuseToLoseAsync(string personId, CancellationToken ct)
    {
        await TakeTurnAsync(ct);
        var administrators = await Administrators().Select(person => person.Id).Take(2).ToListAsync(ct);
        if (administrators is [var only] && only == personId)
        {
            throw new RuleException("account.last-administrator", "Ce compte est le seul à administrer le site : nommez d’abord quelqu’un d’autre.");
        }
    }

    /// <summary>On PostgreSQL two who come or leave at once take turns on the role's row: the second sees what the first has done.</summary>
    public Task TakeTurnAsync(CancellationToken ct) =>
        db.Set<Role>().Where(role => role.Name == SystemRoles.Administrator).ExecuteUpdateAsync(set => set.SetProperty(role => role.Description, role => role.Description), ct);

    public Task<bool> ExistsAsync(CancellationToken ct) => Administrators().AnyAsync(ct);

    // Whoever was invited and never came cannot run the site.
    private IQueryable<Person> Administrators() => db.Set<Person>().Where(person =>
        !person.IsDemo && person.EmailConfirmed && person.DisabledUtc == null && db.Set<PersonRole>().Any(held => held.PersonId == person.Id && held.Role == SystemRoles.Administrator));
}

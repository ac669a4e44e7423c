using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.People;

/// <summary>A site never loses its last administrator.</summary>
internal sealed class LastAdministrator(SiteDb db)
{
    /// <exception cref="RuleException">The person is the only administrator left, demo accounts aside.</exception>
    public async Task RefuseToLoseAsync(string personId, CancellationToken ct)
    {
        var administrators = await Administrators().Select(person => person.Id).Take(2).ToListAsync(ct);
        if (administrators is [var only] && only == personId)
        {
            throw new RuleException("account.last-administrator", "Ce compte est le seul à administrer le site : nommez d’abord quelqu’un d’autre.");
        }
    }

    public Task<bool> ExistsAsync(CancellationToken ct) => Administrators().AnyAsync(ct);

    private IQueryable<Person> Administrators() => db.Set<Person>().Where(person =>
        !person.IsDemo && person.DisabledUtc == null && db.Set<PersonRole>().Any(held => held.PersonId == person.Id && held.Role == SystemRoles.Administrator));
}

using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.People;

internal sealed record PersonLine(string Id, string? DisplayName, List<string> Roles, DateTime CreatedUtc, DateTime? LastSeenUtc, bool IsSuspended, bool IsConfirmed, bool IsDemo);

/// <summary>The list of accounts, without addresses: a whole address can be searched for by those who may see it.</summary>
internal sealed class PersonSearch(SiteDb db, CurrentPerson actor)
{
    public const int PageSize = 50;

    public async Task<(IReadOnlyList<PersonLine> Lines, bool HasNext)> FindAsync(string? text, string? role, int page, CancellationToken ct)
    {
        var people = await MatchingAsync(text?.Trim(), ct);
        if (!string.IsNullOrEmpty(role))
        {
            people = people.Where(person => db.Set<PersonRole>().Any(held => held.PersonId == person.Id && held.Role == role));
        }

        var lines = await people.OrderBy(person => person.DisplayName).ThenBy(person => person.Id)
            .Skip((page - 1) * PageSize).Take(PageSize + 1)
            .Select(person => new PersonLine(
                person.Id, person.DisplayName, db.Set<PersonRole>().Where(held => held.PersonId == person.Id).Select(held => held.Role).ToList(),
                person.CreatedUtc, person.LastSeenUtc, person.DisabledUtc != null, person.EmailConfirmed, person.IsDemo))
            .AsNoTracking().ToListAsync(ct);
        return ([.. lines.Take(PageSize)], lines.Count > PageSize);
    }

    private async Task<IQueryable<Person>> MatchingAsync(string? text, CancellationToken ct)
    {
        var people = db.Set<Person>().AsQueryable();
        if (string.IsNullOrEmpty(text))
        {
            return people;
        }

        if (!text.Contains('@', StringComparison.Ordinal) || !actor.Can(Permissions.ManageUsers))
        {
            return people.Where(person => person.Id == text || (person.SearchName != null && EF.Functions.Like(person.SearchName, $"%{Escaped(FoldedName.Of(text)!)}%", "\\")));
        }

        var address = EmailAddress.Normalize(text);
        var found = await people.Where(person => person.NormalizedEmail == address).Select(person => person.Id).FirstOrDefaultAsync(ct);
        db.Audit(new AuditEntry("account.address-searched", found ?? "none", actor.RequiredId));
        await db.SaveChangesAsync(ct);
        return people.Where(person => person.Id == found);
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

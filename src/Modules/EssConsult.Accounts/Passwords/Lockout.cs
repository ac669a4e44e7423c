using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Passwords;

/// <summary>After five wrong passwords the account refuses any for a quarter of an hour. Counted in the database: tries at once all count.</summary>
internal sealed class Lockout(SiteDb db, TimeProvider clock)
{
    private const int Most = 5;
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>Counts a try before the password is compared: of many at once, five are.</summary>
    /// <returns>Whether this one may be.</returns>
    public async Task<bool> AllowsAsync(Person person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (person.LockoutEnd > now)
        {
            return false;
        }

        // Whoever reached the limit meanwhile moved the end.
        var (lapsed, until) = (person.LockoutEnd, now + Length);
        var row = Row(person);
        await using var write = await db.BeginWriteAsync(ct);
        var counted = await row.Where(known => known.LockoutEnd == lapsed)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessFailedCount, known => known.AccessFailedCount + 1), ct);
        await row.Where(known => known.AccessFailedCount >= Most)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessFailedCount, 0).SetProperty(known => known.LockoutEnd, until), ct);
        await write.CommitAsync(ct);
        return counted > 0;
    }

    /// <summary>The right password came.</summary>
    public async Task ForgetAsync(Person person, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await Row(person).ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessFailedCount, 0).SetProperty(known => known.LockoutEnd, (DateTimeOffset?)null), ct);
        await write.CommitAsync(ct);
    }

    /// <summary>A new password makes the tries at the former one void; the caller saves.</summary>
    public static void Forget(Person person) => (person.AccessFailedCount, person.LockoutEnd) = (0, null);

    private IQueryable<Person> Row(Person person) => db.Set<Person>().Where(known => known.Id == person.Id);
}

using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Passwords;

/// <summary>After five wrong passwords the account refuses any for a quarter of an hour. Counted in the database: tries at once all count.</summary>
internal sealed class Lockout(SiteDb db, TimeProvider clock)
{
    private const int Most = 5;
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    public bool Holds(Person person) => person.LockoutEnd > clock.GetUtcNow();

    public async Task CountFailureAsync(Person person, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + Length;
        var row = db.Set<Person>().Where(known => known.Id == person.Id);
        await using var write = await db.BeginWriteAsync(ct);
        await row.ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessFailedCount, known => known.AccessFailedCount + 1), ct);
        await row.Where(known => known.AccessFailedCount >= Most)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.AccessFailedCount, 0).SetProperty(known => known.LockoutEnd, until), ct);
        await write.CommitAsync(ct);
    }

    /// <summary>The right password came; the caller saves.</summary>
    public static void Forget(Person person) => (person.AccessFailedCount, person.LockoutEnd) = (0, null);
}

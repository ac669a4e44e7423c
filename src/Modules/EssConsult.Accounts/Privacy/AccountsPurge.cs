using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Identification;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Privacy;

/// <summary>Forgets codes after a day, links that lapsed, and invited people who never came after a week.</summary>
internal sealed class AccountsPurge(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public static readonly TimeSpan CodesKept = TimeSpan.FromDays(1);
    public static readonly TimeSpan UnconfirmedKept = TimeSpan.FromDays(7);

    public string Name => "accounts-purge";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (codes, unconfirmed) = (now - CodesKept, now - UnconfirmedKept);
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<SignInRequest>().Where(request => request.CreatedUtc < codes).ExecuteDeleteAsync(ct);
        await db.Set<Installation>().Where(installation => installation.ExpiresUtc < now).ExecuteDeleteAsync(ct);

        // Whoever comes at this very moment stays, and is not said to be gone.
        var never = db.Set<Person>().Where(person => !person.EmailConfirmed && person.CreatedUtc < unconfirmed);
        foreach (var id in await never.Select(person => person.Id).ToListAsync(ct))
        {
            if (await never.Where(person => person.Id == id).ExecuteDeleteAsync(ct) > 0)
            {
                db.Publish(new PersonErased(id, KeptTexts: false));
            }
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}

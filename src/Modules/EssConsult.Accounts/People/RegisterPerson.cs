using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.People;

internal sealed class RegisterPerson(SiteDb db, TimeProvider clock) : IRegister
{
    public async Task<string> PrepareAsync(string email, bool suspended, string actorId, CancellationToken ct)
    {
        var key = EmailAddress.Normalize(email);
        if ((db.Set<Person>().Local.FirstOrDefault(known => known.NormalizedEmail == key) ?? await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(known => known.NormalizedEmail == key, ct)) is { } present)
        {
            return present.Id;
        }

        var person = db.Add(Person.Expected(email, clock.UtcNow())).Entity;
        person.DisabledUtc = suspended ? clock.UtcNow() : null;
        db.Audit(new AuditEntry("account.prepare", person.Id, actorId));
        return person.Id;
    }
}

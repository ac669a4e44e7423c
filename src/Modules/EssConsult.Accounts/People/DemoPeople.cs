using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Accounts.People;

internal sealed class DemoPeople(SiteDb db, LastAdministrator administrators, IHostEnvironment environment, TimeProvider clock) : IDemoPeople
{
    public async Task<int> AddAsync(IReadOnlyList<DemoPerson> people, CancellationToken ct)
    {
        if (environment.IsProduction())
        {
            throw new RuleException("demo.production", "Les comptes fictifs sont refusés sur un site en production.");
        }

        var ids = people.Select(person => person.PersonId).ToList();
        var known = await db.Set<Person>().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, ct);
        var held = await db.Set<PersonRole>().Where(role => ids.Contains(role.PersonId)).ToListAsync(ct);
        await AddMissingRolesAsync(people.SelectMany(person => person.Roles), ct);
        foreach (var demo in people)
        {
            var person = known.GetValueOrDefault(demo.PersonId) ?? db.Add(new Person { Id = demo.PersonId, UserName = demo.PersonId, CreatedUtc = clock.UtcNow() }).Entity;
            Write(person, demo);
            var has = held.Where(role => role.PersonId == demo.PersonId).ToList();
            db.RemoveRange(has.Where(role => !demo.Roles.Contains(role.Role)));
            db.AddRange(demo.Roles.Except(has.Select(role => role.Role)).Select(role => new PersonRole { PersonId = demo.PersonId, Role = role }));
        }

        return people.Count - known.Count;
    }

    public async Task<IReadOnlyList<string>> IdsAsync(CancellationToken ct) => await db.Set<Person>().Where(person => person.IsDemo).Select(person => person.Id).ToListAsync(ct);

    public Task<bool> HasRealAdministratorAsync(CancellationToken ct) => administrators.ExistsAsync(ct);

    public async Task<IReadOnlyList<string>> RemoveAllAsync(CancellationToken ct)
    {
        var ids = await db.Set<Person>().Where(person => person.IsDemo).Select(person => person.Id).ToListAsync(ct);
        foreach (var id in ids)
        {
            db.Publish(new PersonErased(id, KeptTexts: false));
        }

        await db.Set<Person>().Where(person => person.IsDemo).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        return ids;
    }

    private void Write(Person person, DemoPerson demo)
    {
        person.NormalizedUserName = demo.PersonId.ToUpperInvariant();
        (person.Email, person.NormalizedEmail, person.EmailConfirmed) = (demo.Email, EmailAddress.Normalize(demo.Email), true);
        (person.DisplayName, person.AgeConfirmedUtc) = (demo.DisplayName, clock.UtcNow());
        (person.IsDemo, person.IsPersona) = (true, demo.Persona);
    }

    // A recipe may name a role that only a later step or module describes.
    private async Task AddMissingRolesAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var wanted = names.Distinct().ToList();
        var present = await db.Set<Role>().Where(role => wanted.Contains(role.Name)).Select(role => role.Name).ToListAsync(ct);
        var staged = db.Set<Role>().Local.Select(role => role.Name);
        db.AddRange(wanted.Except(present).Except(staged).Select(name => new Role { Name = name }));
    }
}

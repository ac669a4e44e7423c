using EssConsult.Accounts.Contracts;
using EssConsult.Accounts.Identification;
using EssConsult.Accounts.Sessions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.People;

internal sealed class ChangeProfileHandler(SiteDb db, Session session)
{
    /// <exception cref="RuleException">The name is refused.</exception>
    public async Task HandleAsync(string personId, string? displayName, string? language, CancellationToken ct)
    {
        var person = await db.Set<Person>().SingleAsync(known => known.Id == personId, ct);
        person.DisplayName = DisplayedName.Clean(displayName);
        person.Language = language == "en" ? "en" : "fr";
        db.Publish(new PersonChanged(person.Id));
        await db.SaveChangesAsync(ct);
        await session.RenewAsync(person);
    }

    /// <summary>Ends every session of the person, this one included.</summary>
    public async Task SignOutEverywhereAsync(string personId, CancellationToken ct)
    {
        var person = await db.Set<Person>().SingleAsync(known => known.Id == personId, ct);
        person.EndSessions();
        db.Publish(new SessionsEnded(person.Id));
        await db.SaveChangesAsync(ct);
        await session.CloseAsync();
    }
}

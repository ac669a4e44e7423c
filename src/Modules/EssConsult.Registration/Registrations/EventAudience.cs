using EssConsult.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration;

/// <summary>Whoever has a seat at an event, or waits for one, by account: who registered by address alone hears of the event only.</summary>
internal sealed class EventAudience(SiteDb db) : IAudience
{
    private const int Most = 200;

    public string Name => "event";

    public string Label => "Celles et ceux qui sont inscrits à un rendez-vous, avec un compte";

    public int Order => 15;

    public async Task<IReadOnlyList<AudienceChoice>> ChoicesAsync(CancellationToken ct) =>
        [.. (await db.Set<EventRow>().AsNoTracking().Where(row => row.Published && row.TakesRegistrations).OrderByDescending(row => row.StartsUtc).Take(Most).Select(row => new { row.ContentItemId, row.Title }).ToListAsync(ct))
            .Select(row => new AudienceChoice(row.ContentItemId, row.Title, "Vous recevez ce message parce que vous êtes inscrit à un rendez-vous de ce site."))];

    public async Task<IReadOnlyList<string>> PeopleAsync(string choice, string after, int count, CancellationToken ct) =>
        await db.Set<Registration>().Where(row => row.EventId == choice && row.PersonId != null && row.PersonId.CompareTo(after) > 0
            && (row.State == RegistrationState.Confirmed || row.State == RegistrationState.Waiting || row.State == RegistrationState.Offered)).Select(row => row.PersonId!).Distinct().OrderBy(id => id).Take(count).ToListAsync(ct);
}

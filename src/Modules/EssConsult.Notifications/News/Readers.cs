using EssConsult.Notifications.Bell;
using Microsoft.Extensions.Caching.Memory;

namespace EssConsult.Notifications.News;

/// <summary>What a person has seen and chosen.</summary>
internal sealed class Readers(SiteDb db, OpenBells bells, IMemoryCache memory)
{
    /// <summary>Staged where it is new; the page saves.</summary>
    public async Task<NewsReader> OfAsync(string personId, CancellationToken ct) =>
        await db.Set<NewsReader>().FirstOrDefaultAsync(reader => reader.PersonId == personId, ct) ?? db.Add(new NewsReader { PersonId = personId }).Entity;

    public Task<Dictionary<string, NewsChoice>> ChoicesAsync(string personId, CancellationToken ct) =>
        db.Set<NewsChoice>().Where(choice => choice.PersonId == personId).ToDictionaryAsync(choice => choice.Kind, ct);

    /// <summary>The person's other pages count again.</summary>
    public void Ring(string personId)
    {
        UnreadNews.Forget(memory, personId);
        bells.Ring(personId);
    }
}

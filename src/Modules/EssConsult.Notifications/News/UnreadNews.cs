using Microsoft.Extensions.Caching.Memory;

namespace EssConsult.Notifications.News;

/// <summary>How many news wait for a person. Every page asks, so this node remembers the answer for half a minute, or until it hears of something new.</summary>
internal sealed class UnreadNews(SiteDb db, NewsList list, IMemoryCache memory)
{
    public const int CountedAtMost = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    public async Task<int> CountAsync(string personId, CancellationToken ct)
    {
        if (memory.TryGetValue(Key(personId), out int known))
        {
            return known;
        }

        var seen = await db.Set<NewsReader>().Where(reader => reader.PersonId == personId).Select(reader => reader.SeenUtc).FirstOrDefaultAsync(ct) ?? DateTime.MinValue;
        var count = await list.Of(personId).Where(news => news.AtUtc > seen).Take(CountedAtMost).CountAsync(ct);
        return memory.Set(Key(personId), count, Kept);
    }

    public static void Forget(IMemoryCache memory, string personId) => memory.Remove(Key(personId));

    private static string Key(string personId) => "unread-news:" + personId;
}

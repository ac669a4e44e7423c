using Microsoft.Extensions.Caching.Memory;

namespace EssConsult.Discussion.News;

/// <summary>How many news wait for a person. Every page asks, so this node remembers the answer for half a minute.</summary>
internal sealed class UnreadNews(IMemoryCache memory)
{
    private const int CountedAtMost = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    public async Task<int> CountAsync(SiteDb db, NewsList list, string personId, CancellationToken ct)
    {
        if (memory.TryGetValue(Key(personId), out int known))
        {
            return known;
        }

        var seen = await db.Set<NewsReader>().Where(reader => reader.PersonId == personId).Select(reader => reader.SeenUtc).FirstOrDefaultAsync(ct) ?? DateTime.MinValue;
        var count = await list.Of(personId).Where(news => news.AtUtc > seen).Take(CountedAtMost).CountAsync(ct);
        return memory.Set(Key(personId), count, Kept);
    }

    public void Forget(string personId) => memory.Remove(Key(personId));

    private static string Key(string personId) => "unread-news:" + personId;
}

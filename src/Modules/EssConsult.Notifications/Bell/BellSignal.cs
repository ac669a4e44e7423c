using EssConsult.Notifications.News;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Notifications.Bell;

/// <summary>Rings for the people of this node who are told something: asks for followers among those who listen, never for all of them.</summary>
internal sealed class BellSignal(OpenBells bells, IServiceScopeFactory scopes, IMemoryCache memory) : IFollow
{
    private const int ListenersATime = 500;

    public string Name => "bell";

    public Task<OutboxCursor?> ResumeAsync(CancellationToken ct) => Task.FromResult<OutboxCursor?>(OutboxCursor.Now);

    public async Task FollowAsync(IReadOnlyList<OutboxEvent> events, CancellationToken ct)
    {
        var told = events.Where(happened => happened.Is<NewsTold>()).Select(happened => happened.Read<NewsTold>()).ToList();
        if (told.Count == 0)
        {
            return;
        }

        foreach (var personId in told.SelectMany(news => news.PersonIds).Concat(await ListeningFollowersAsync([.. told.Select(news => news.ContentItemId).OfType<string>().Distinct()], ct)).Distinct())
        {
            UnreadNews.Forget(memory, personId);
            bells.Ring(personId);
        }
    }

    private async Task<List<string>> ListeningFollowersAsync(List<string> items, CancellationToken ct)
    {
        var (listening, found) = (bells.People, new List<string>());
        if (items.Count == 0 || listening.Count == 0)
        {
            return found;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        foreach (var some in listening.Chunk(ListenersATime))
        {
            found.AddRange(await db.Set<FollowRow>().Where(follow => some.Contains(follow.PersonId) && items.Contains(follow.ContentItemId)).Select(follow => follow.PersonId).Distinct().ToListAsync(ct));
        }

        return found;
    }
}

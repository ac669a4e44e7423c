using EssConsult.Content.Contracts;

namespace EssConsult.Subscriptions.News;

/// <summary>A démarche that readers see for the first time is news for whoever waits for the next ones.</summary>
internal sealed class NewProcess(SiteDb db, TimeProvider clock) : IHandle<ContentPublished>
{
    public async Task HandleAsync(ContentPublished happened, CancellationToken ct)
    {
        if (!happened.First || happened.ContentType != "Process"
            || await db.Set<SubscriptionNews>().AnyAsync(news => news.Kind == SubscriptionNewsKind.ProcessPublished && news.SubjectId == happened.ContentItemId, ct))
        {
            return;
        }

        db.Add(new SubscriptionNews { ProcessId = SubscriptionTopic.Coming, Kind = SubscriptionNewsKind.ProcessPublished, SubjectId = happened.ContentItemId, AtUtc = clock.UtcNow() });
    }
}

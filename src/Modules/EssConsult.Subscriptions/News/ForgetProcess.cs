using EssConsult.Content.Contracts;

namespace EssConsult.Subscriptions.News;

/// <summary>A démarche that is gone has no subscribers; an address that wanted nothing else is forgotten.</summary>
internal sealed class ForgetProcess(SiteDb db) : IHandle<ContentRemoved>
{
    public async Task HandleAsync(ContentRemoved happened, CancellationToken ct)
    {
        if (happened.ContentType != "Process")
        {
            return;
        }

        await db.Set<SubscriptionTopic>().Where(topic => topic.ProcessId == happened.ContentItemId).ExecuteDeleteAsync(ct);
        await db.Set<SubscriptionNews>().Where(news => news.ProcessId == happened.ContentItemId || news.SubjectId == happened.ContentItemId).ExecuteDeleteAsync(ct);
        await db.Set<Subscription>().Where(row => !row.Topics.Any()).ExecuteDeleteAsync(ct);
    }
}

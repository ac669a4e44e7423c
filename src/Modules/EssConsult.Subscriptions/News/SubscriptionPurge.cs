namespace EssConsult.Subscriptions.News;

/// <summary>Addresses that nobody confirmed go after a week, news after a month.</summary>
internal sealed class SubscriptionPurge(SiteDb db, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan NewsKept = TimeSpan.FromDays(30);

    public string Name => "subscription-purge";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (unconfirmed, old) = (now - SubscriptionLimits.UnconfirmedKept, now - NewsKept);
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<SubscriptionTopic>().Where(topic => topic.SinceUtc == null && db.Set<Subscription>().Any(row => row.Id == topic.SubscriptionId && row.AskedUtc < unconfirmed)).ExecuteDeleteAsync(ct);
        await db.Set<Subscription>().Where(row => !row.Topics.Any()).ExecuteDeleteAsync(ct);
        await db.Set<SubscriptionNews>().Where(news => news.AtUtc < old).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
    }
}

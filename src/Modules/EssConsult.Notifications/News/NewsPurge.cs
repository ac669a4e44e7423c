namespace EssConsult.Notifications.News;

/// <summary>News are kept ninety days.</summary>
internal sealed class NewsPurge(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public string Name => "news-purge";

    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow() - Kept;
        await using var write = await db.BeginWriteAsync(ct);
        await db.Set<NewsRow>().Where(news => news.AtUtc < before).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
    }
}

using EssConsult.Mail.Contracts;

namespace EssConsult.Subscriptions.News;

/// <summary>
/// One message a subscription and day, only when there is something to tell, never at night nor on Sunday. A hundred subscriptions a
/// transaction, four queries each hundred.
/// </summary>
internal sealed class SubscriptionMails(SiteDb db, NewsWords words, IMailQueue mail, ISiteAddress address, SubscriptionLinks links, TimeProvider clock) : IRecurringJob
{
    private const int ATime = 100;

    /// <summary>News younger than this may still be on its way into the database, behind some that is younger still: it waits for the next look.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    public string Name => "subscription-mails";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = now.ToParis();
        while (today is { Hour: >= 8 and < 20, DayOfWeek: not DayOfWeek.Sunday } && await SendAsync(now - Settling, today.Date.FromParis(), ct) == ATime)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> SendAsync(DateTime until, DateTime morning, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var due = await Due(until, morning).OrderBy(row => row.Id).Take(ATime).Include(row => row.Topics).ToListAsync(ct);
        var followed = due.SelectMany(row => row.Topics).Select(topic => topic.ProcessId).ToHashSet();
        var oldest = due.Count == 0 ? until : due.Min(row => Since(row, row.Topics.Min(topic => topic.SinceUtc) ?? until));
        var news = await words.ReadAsync(followed, oldest, until, ct);
        foreach (var subscription in due)
        {
            await WriteAsync(subscription, news, ct);
            subscription.ToldUtc = until;
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return due.Count;
    }

    private IQueryable<Subscription> Due(DateTime until, DateTime morning) => db.Set<Subscription>().Where(row => row.ConfirmedUtc != null && (row.ToldUtc == null || row.ToldUtc < morning)
        && row.Topics.Any(topic => topic.SinceUtc != null && db.Set<SubscriptionNews>().Any(news =>
            news.ProcessId == topic.ProcessId && news.AtUtc > topic.SinceUtc && news.AtUtc <= until && (row.ToldUtc == null || news.AtUtc > row.ToldUtc))));

    private async Task WriteAsync(Subscription subscription, IReadOnlyList<TellableNews> all, CancellationToken ct)
    {
        var mine = all.Where(news => subscription.Topics.Exists(topic => topic.ProcessId == news.ProcessId && topic.SinceUtc is { } since && news.AtUtc > Since(subscription, since))).ToList();
        if (mine.Count == 0)
        {
            return;
        }

        var leave = address.Absolute(links.ToLeave(subscription.Id), subscription.Language);
        await mail.EnqueueAsync(new MailDraft("subscription-news", subscription.Address)
        {
            Language = subscription.Language,
            UnsubscribeUrl = leave,
            Model = new Dictionary<string, object?>
            {
                ["News"] = mine.Take(NewsWords.MostLines).Select(news => news.ToModel(address, subscription.Language)).ToList(),
                ["More"] = Math.Max(0, mine.Count - NewsWords.MostLines),
                ["AllUrl"] = address.Absolute("/reponses", subscription.Language),
                ["Unsubscribe"] = leave,
            },
        }, ct);
    }

    private static DateTime Since(Subscription subscription, DateTime since) => subscription.ToldUtc > since ? subscription.ToldUtc.Value : since;
}

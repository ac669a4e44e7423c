using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Notifications.Contracts;

namespace EssConsult.Subscriptions.News;

/// <summary>
/// One message a subscription and day, only when there is something to tell, never at night nor on Sunday. A hundred subscriptions a
/// transaction, six queries each hundred.
/// </summary>
internal sealed class SubscriptionMails(SiteDb db, NewsWords words, IPeople people, INews followed, IMailQueue mail, ISiteAddress address, SubscriptionLinks links, TimeProvider clock) : IRecurringJob
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
        var wanted = due.SelectMany(row => row.Topics).Select(topic => topic.ProcessId).ToHashSet();
        var oldest = due.Count == 0 ? until : due.Min(row => Since(row, row.Topics.Min(topic => topic.SinceUtc) ?? until));
        var news = await words.ReadAsync(wanted, oldest, until, ct);
        var known = await KnownAsync(due, news, ct);
        foreach (var subscription in due)
        {
            await WriteAsync(subscription, news.Where(piece => !known.Contains((subscription.Address, piece.AnsweredId ?? string.Empty))).ToList(), ct);
            subscription.ToldUtc = until;
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return due.Count;
    }

    /// <summary>Addresses whose owner's account follows what was answered: their own news say it, and nobody gets two mails of one fact.</summary>
    private async Task<HashSet<(string Address, string ContentItemId)>> KnownAsync(List<Subscription> due, IReadOnlyList<TellableNews> news, CancellationToken ct)
    {
        var answered = news.Select(piece => piece.AnsweredId).OfType<string>().ToHashSet();
        if (answered.Count == 0)
        {
            return [];
        }

        var accounts = await people.AtAsync([.. due.Select(row => row.Address)], ct);
        var mailed = await followed.MailedAsync("answer", [.. accounts.Values], answered, ct);
        return [.. from account in accounts from piece in mailed where piece.PersonId == account.Value select (account.Key, piece.ContentItemId)];
    }

    private IQueryable<Subscription> Due(DateTime until, DateTime morning) => db.Set<Subscription>().Where(row => row.ConfirmedUtc != null && (row.ToldUtc == null || row.ToldUtc < morning)
        && row.Topics.Any(topic => topic.SinceUtc != null && db.Set<SubscriptionNews>().Any(news =>
            news.ProcessId == topic.ProcessId && news.AtUtc > topic.SinceUtc && news.AtUtc <= until && (row.ToldUtc == null || news.AtUtc > row.ToldUtc))));

    private async Task WriteAsync(Subscription subscription, List<TellableNews> all, CancellationToken ct)
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

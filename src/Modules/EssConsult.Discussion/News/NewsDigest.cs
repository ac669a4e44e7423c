using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;

namespace EssConsult.Discussion.News;

/// <summary>
/// One piece a person and day for the mail's digest, newest first, only for those who have news. A hundred people a transaction;
/// the mail decides the hour (never at night nor on Sunday).
/// </summary>
internal sealed class NewsDigest(SiteDb db, NewsList list, IMailPeople mail, ISiteAddress address, NewsUnsubscription unsubscription, TimeProvider clock) : IRecurringJob
{
    private const int PeopleATime = 100;
    private const int LinesShown = 10;

    /// <summary>News younger than this may still be on its way into the database, behind some that is younger still: it waits for the next summary.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    public string Name => "news-digest";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = now.ToParis();
        while (today is { Hour: >= 6 and < 20, DayOfWeek: not DayOfWeek.Sunday } && await SendAsync(now - Settling, today.Date.FromParis(), ct) == PeopleATime)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> SendAsync(DateTime until, DateTime morning, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var readers = await DueAsync(until, morning, ct);
        var known = await db.Set<NewsReader>().Where(reader => readers.Contains(reader.PersonId)).ToDictionaryAsync(reader => reader.PersonId, ct);
        foreach (var personId in readers)
        {
            var reader = known.GetValueOrDefault(personId) ?? db.Add(new NewsReader { PersonId = personId }).Entity;
            await WriteAsync(reader, until, ct);
            reader.DigestedUtc = until;
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return readers.Count;
    }

    /// <summary>Who has news that they neither saw nor were sent, and had no digest today.</summary>
    private Task<List<string>> DueAsync(DateTime until, DateTime morning, CancellationToken ct)
    {
        var direct = db.Set<NewsRow>().Where(news => news.PersonId != null).Select(news => new { PersonId = news.PersonId!, news.AtUtc });
        var followed = from follow in db.Set<Supports.Follow>()
                       join news in db.Set<NewsRow>() on follow.ContentItemId equals news.ContentItemId
                       where news.PersonId == null && news.ById != follow.PersonId && news.AtUtc >= follow.SinceUtc
                       select new { follow.PersonId, news.AtUtc };
        var due = from told in direct.Concat(followed)
                  join reader in db.Set<NewsReader>() on told.PersonId equals reader.PersonId into states
                  from reader in states.DefaultIfEmpty()
                  where told.AtUtc <= until
                  where reader == null
                    || (!reader.MailOff && (reader.SeenUtc == null || told.AtUtc > reader.SeenUtc) && (reader.DigestedUtc == null || (told.AtUtc > reader.DigestedUtc && reader.DigestedUtc < morning)))
                  select told.PersonId;
        return due.Distinct().OrderBy(personId => personId).Take(PeopleATime).ToListAsync(ct);
    }

    private async Task WriteAsync(NewsReader reader, DateTime until, CancellationToken ct)
    {
        var since = new[] { reader.SeenUtc, reader.DigestedUtc }.Max() ?? DateTime.MinValue;
        var news = list.Of(reader.PersonId).Where(row => row.AtUtc > since && row.AtUtc <= until);
        var count = await news.CountAsync(ct);
        var rows = await news.OrderByDescending(row => row.AtUtc).ThenByDescending(row => row.Id).Take(LinesShown).ToListAsync(ct);
        var lines = await list.LinesAsync(rows, ct);
        if (lines.Count == 0)
        {
            return;
        }

        var unsubscribe = unsubscription.PathFor(reader.PersonId);
        await mail.EnqueueAsync(reader.PersonId, new PersonMail("news")
        {
            Urgency = MailUrgency.Digest,
            UnsubscribeUrl = language => address.Absolute(unsubscribe, language),
            Model = language => new Dictionary<string, object?>
            {
                ["Count"] = count,
                ["More"] = Math.Max(0, count - LinesShown),
                ["News"] = lines.Select(line => new Dictionary<string, object?>
                {
                    ["Sentence"] = line.Sentence, ["Title"] = line.Title, ["Who"] = line.Who, ["Url"] = address.Absolute(line.Url, language),
                }).ToList(),
                ["Url"] = address.Absolute("/compte/notifications", language),
                ["Unsubscribe"] = address.Absolute(unsubscribe, language),
            },
        }, ct);
    }
}

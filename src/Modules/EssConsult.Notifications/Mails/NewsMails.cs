using EssConsult.Accounts.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Notifications.News;

namespace EssConsult.Notifications.Mails;

/// <summary>
/// Mails news to everybody who has any, in one job: five thousand people are looked up at a time and a hundred written to in a
/// transaction, which also notes that they were. Whoever was reached before a crash is not written to again, and memory does not grow
/// with the number of people.
/// </summary>
internal sealed class NewsMails(SiteDb db, DueNews due, NewsList list, NewsKinds kinds, IMailPeople mail, ISiteAddress address, NewsUnsubscription unsubscription, TimeProvider clock)
{
    private const int PeopleLookedUp = 5000;
    private const int PeopleATime = 100;
    private const int NewsATime = 5000;
    private const int LinesShown = 10;

    /// <summary>News younger than this may still be on its way into the database, behind some that is younger still: it waits for the next look.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    public async Task SendAsync(NewsMail way, CancellationToken ct)
    {
        var until = clock.UtcNow() - Settling;
        var last = string.Empty;
        while (await PeopleAsync(way, until, last, ct) is { Count: > 0 } people)
        {
            foreach (var some in people.Chunk(PeopleATime))
            {
                await SendAsync(way, until, some, ct);
                db.ChangeTracker.Clear();
            }

            last = people[^1];
        }
    }

    /// <summary>Without those whom it is plainly not the hour to write to: the site's quiet hours are almost everybody's, and a summary comes once a day.</summary>
    private Task<List<string>> PeopleAsync(NewsMail way, DateTime until, string after, CancellationToken ct)
    {
        var (people, paris) = (due.Query(way, until).Select(row => row.PersonId).Where(id => id.CompareTo(after) > 0), clock.UtcNow().ToParis());
        if (QuietHours.Usual.Cover(paris))
        {
            people = people.Where(id => db.Set<NewsReader>().Any(reader => reader.PersonId == id && reader.QuietFrom != null));
        }

        if (way == NewsMail.Digest)
        {
            var morning = paris.Date.FromParis();
            people = people.Where(id => !db.Set<NewsReader>().Any(reader => reader.PersonId == id && reader.DigestedUtc >= morning));
        }

        return people.Distinct().OrderBy(id => id).Take(PeopleLookedUp).ToListAsync(ct);
    }

    private async Task SendAsync(NewsMail way, DateTime until, string[] people, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var readers = await ReadersAsync(people, ct);
        var now = clock.UtcNow().ToParis();
        var ready = people.Where(id => !readers[id].Quiet.Cover(now) && (way == NewsMail.AtOnce || !HadSummary(readers[id], now))).ToList();
        var rows = await due.Query(way, until).Where(row => ready.Contains(row.PersonId)).OrderByDescending(row => row.AtUtc).ThenByDescending(row => row.NewsId).Take(NewsATime + 1).ToListAsync(ct);
        if (rows.Count > NewsATime && ready.Count > 1)
        {
            // People who follow much: fewer of them at a time.
            await write.DisposeAsync();
            db.ChangeTracker.Clear();
            foreach (var half in people.Chunk((people.Length + 1) / 2))
            {
                await SendAsync(way, until, half, ct);
            }

            return;
        }

        await WriteAsync(way, rows, ct);
        await NoteAsync(way, until, ready, readers, ct);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    private async Task<Dictionary<string, NewsReader>> ReadersAsync(IReadOnlyList<string> people, CancellationToken ct)
    {
        var readers = await db.Set<NewsReader>().Where(reader => people.Contains(reader.PersonId)).ToDictionaryAsync(reader => reader.PersonId, ct);
        foreach (var id in people.Where(id => !readers.ContainsKey(id)))
        {
            readers[id] = db.Add(new NewsReader { PersonId = id }).Entity;
        }

        return readers;
    }

    private static bool HadSummary(NewsReader reader, DateTime paris) => reader.DigestedUtc >= paris.Date.FromParis();

    /// <summary>The lines are read once for all of these people.</summary>
    private async Task WriteAsync(NewsMail way, List<DueNewsRow> rows, CancellationToken ct)
    {
        var mine = rows.GroupBy(row => row.PersonId).ToDictionary(group => group.Key, group => group.Select(row => row.NewsId).ToList());
        var shown = mine.Values.SelectMany(ids => ids.Take(LinesShown)).ToHashSet();
        var lines = (await list.LinesAsync(await db.Set<NewsRow>().AsNoTracking().Where(news => shown.Contains(news.Id)).ToListAsync(ct), ct)).ToDictionary(line => line.Id);
        var mails = new Dictionary<string, PersonMail>();
        foreach (var (personId, ids) in mine)
        {
            if (ids.Take(LinesShown).Where(lines.ContainsKey).Select(id => lines[id]).ToList() is { Count: > 0 } told)
            {
                mails[personId] = Letter(way, personId, told, more: ids.Count - Math.Min(ids.Count, LinesShown));
            }
        }

        await mail.EnqueueManyAsync(mails, ct);
    }

    private PersonMail Letter(NewsMail way, string personId, List<NewsLine> lines, int more)
    {
        var unsubscribe = unsubscription.PathFor(personId);
        return new PersonMail("news")
        {
            Urgency = way == NewsMail.Digest ? MailUrgency.Digest : MailUrgency.AtOnce,
            UnsubscribeUrl = language => address.Absolute(unsubscribe, language),
            Model = language => new Dictionary<string, object?>
            {
                ["AtOnce"] = way == NewsMail.AtOnce,
                ["More"] = more,
                ["News"] = lines.ConvertAll(line => new Dictionary<string, object?>
                {
                    ["Sentence"] = line.Sentence, ["Title"] = line.Title, ["Who"] = line.Who, ["Text"] = line.Text, ["Url"] = address.Absolute(line.Url, language),
                }),
                ["Url"] = address.Absolute("/compte/notifications", language),
                ["Choices"] = address.Absolute("/compte/notifications/reglages", language),
                ["Unsubscribe"] = address.Absolute(unsubscribe, language),
            },
        };
    }

    /// <summary>So that no fact is mailed twice, whichever way the person chooses next.</summary>
    private async Task NoteAsync(NewsMail way, DateTime until, List<string> people, Dictionary<string, NewsReader> readers, CancellationToken ct)
    {
        if (way == NewsMail.Digest)
        {
            people.ForEach(id => readers[id].DigestedUtc = until);
            return;
        }

        var prompt = kinds.MailedAs(NewsMail.AtOnce);
        var choices = await db.Set<NewsChoice>().Where(choice => people.Contains(choice.PersonId)).ToListAsync(ct);
        choices.FindAll(choice => choice.Mail == NewsMail.AtOnce).ForEach(choice => choice.MailedUtc = until);
        var chosen = choices.Select(choice => (choice.PersonId, choice.Kind)).ToHashSet();
        db.AddRange(from id in people from kind in prompt where !chosen.Contains((id, kind)) select new NewsChoice { PersonId = id, Kind = kind, Mail = NewsMail.AtOnce, MailedUtc = until });
    }
}

using EssConsult.Notifications.News;

namespace EssConsult.Notifications.Mails;

/// <summary>A piece of news that a person neither saw on the site nor had by mail.</summary>
internal sealed class DueNewsRow
{
    public required string PersonId { get; init; }

    public required Guid NewsId { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>Asks, for many people in one statement, which news are to be mailed to them in one of the two ways.</summary>
internal sealed class DueNews(SiteDb db, NewsKinds kinds)
{
    /// <param name="way">At once or in the summary.</param>
    /// <param name="until">Later news wait.</param>
    public IQueryable<DueNewsRow> Query(NewsMail way, DateTime until)
    {
        // A kind without a row in the choices goes the way of its default.
        var usual = kinds.MailedAs(way);
        var others = kinds.All.Select(kind => kind.Name).Except(usual).ToList();
        var told = Told(until);
        return from news in told
               join reader in db.Set<NewsReader>() on news.PersonId equals reader.PersonId into readers
               from reader in readers.DefaultIfEmpty()
               join choice in db.Set<NewsChoice>() on new { news.PersonId, news.Kind } equals new { choice.PersonId, choice.Kind } into choices
               from choice in choices.DefaultIfEmpty()
               where reader == null || (!reader.MailOff && (reader.SeenUtc == null || news.AtUtc > reader.SeenUtc) && (reader.DigestedUtc == null || news.AtUtc > reader.DigestedUtc))
               where choice == null
                   ? (way == NewsMail.Digest ? !others.Contains(news.Kind) : usual.Contains(news.Kind))
                   : choice.Mail == way && (choice.MailedUtc == null || news.AtUtc > choice.MailedUtc)
               select new DueNewsRow { PersonId = news.PersonId, NewsId = news.NewsId, AtUtc = news.AtUtc };
    }

    private IQueryable<ToldRow> Told(DateTime until)
    {
        var all = db.Set<NewsRow>().AsNoTracking().Where(news => news.AtUtc <= until);
        var direct = from news in all where news.PersonId != null select new ToldRow { PersonId = news.PersonId!, NewsId = news.Id, Kind = news.Kind, AtUtc = news.AtUtc };
        var followed = from news in all
                       where news.PersonId == null
                       join follow in db.Set<FollowRow>() on news.ContentItemId equals follow.ContentItemId
                       where (news.ById == null || news.ById != follow.PersonId) && news.AtUtc >= follow.SinceUtc
                         && !(news.Fact != null && db.Set<NewsRow>().Any(own => own.PersonId == follow.PersonId && own.Fact == news.Fact))
                       select new ToldRow { PersonId = follow.PersonId, NewsId = news.Id, Kind = news.Kind, AtUtc = news.AtUtc };
        return direct.Concat(followed);
    }

    private sealed class ToldRow
    {
        public required string PersonId { get; init; }

        public required Guid NewsId { get; init; }

        public required string Kind { get; init; }

        public required DateTime AtUtc { get; init; }
    }
}

namespace EssConsult.Notifications.News;

internal sealed class TellNews(SiteDb db, NewsKinds kinds, TimeProvider clock) : INews
{
    public void TellFollowers(string contentItemId, NewsFact fact)
    {
        db.Add(NewsRow.Of(fact, contentItemId, personId: null, clock.UtcNow()));
        db.Publish(new NewsTold(contentItemId, []));
    }

    public void TellPeople(IEnumerable<string> personIds, NewsFact fact)
    {
        var (told, now) = (personIds.Where(id => id != fact.ById).Distinct().ToList(), clock.UtcNow());
        if (told.Count > 0)
        {
            db.AddRange(told.Select(id => NewsRow.Of(fact, fact.ContentItemId, id, now)));
            db.Publish(new NewsTold(null, told));
        }
    }

    public async Task<IReadOnlySet<(string PersonId, string ContentItemId)>> MailedAsync(string kind, IReadOnlyCollection<string> personIds, IReadOnlyCollection<string> contentItemIds, CancellationToken ct)
    {
        var usually = kinds.MailOf(kind) != NewsMail.Never;
        var rows = await (
            from follow in db.Set<FollowRow>()
            where personIds.Contains(follow.PersonId) && contentItemIds.Contains(follow.ContentItemId)
            where !db.Set<NewsReader>().Any(reader => reader.PersonId == follow.PersonId && reader.MailOff)
            join choice in db.Set<NewsChoice>().Where(choice => choice.Kind == kind) on follow.PersonId equals choice.PersonId into choices
            from choice in choices.DefaultIfEmpty()
            where choice == null ? usually : choice.Mail != NewsMail.Never
            select new { follow.PersonId, follow.ContentItemId }).ToListAsync(ct);
        return rows.Select(row => (row.PersonId, row.ContentItemId)).ToHashSet();
    }

    public Task TakeBackAsync(string fact, CancellationToken ct) => db.Set<NewsRow>().Where(news => news.Fact == fact).ExecuteDeleteAsync(ct);

    public async Task ForgetItemsAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken ct)
    {
        await db.Set<FollowRow>().Where(follow => contentItemIds.Contains(follow.ContentItemId)).ExecuteDeleteAsync(ct);
        await db.Set<NewsRow>().Where(news => contentItemIds.Contains(news.ContentItemId!)).ExecuteDeleteAsync(ct);
    }
}

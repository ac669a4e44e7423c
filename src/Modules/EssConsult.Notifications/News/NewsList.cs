using EssConsult.Accounts.Contracts;

namespace EssConsult.Notifications.News;

/// <param name="Sentence">Key of the translations, with {0} for the title and {1} for who did it.</param>
/// <param name="Who">Null when nobody known did it.</param>
/// <param name="Url">Below the site's root.</param>
internal sealed record NewsLine(Guid Id, string Sentence, string Title, string? Who, string Url, string? Text, DateTime AtUtc);

/// <param name="NewestUtc">Of what the page covers, those left out included; null when there is nothing.</param>
internal sealed record NewsPage(IReadOnlyList<NewsLine> Lines, DateTime? NewestUtc);

/// <summary>Reads one person's news: those of the items they follow since they follow them, and those for them alone.</summary>
internal sealed class NewsList(SiteDb db, IPeople people)
{
    public const int PerPage = 20;

    /// <summary>What the person wants to see on the site.</summary>
    public IQueryable<NewsRow> Of(string personId) =>
        from told in NewsTo(personId)
        where !db.Set<NewsChoice>().Any(choice => choice.PersonId == personId && choice.Kind == told.Kind && choice.OffSite)
        select told;

    public async Task<NewsPage> PageAsync(string personId, int page, CancellationToken ct)
    {
        var rows = await Of(personId).OrderByDescending(news => news.AtUtc).ThenByDescending(news => news.Id).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(ct);
        return new NewsPage(await LinesAsync(rows, ct), rows is [var newest, ..] ? newest.AtUtc : null);
    }

    /// <summary>In two queries; news of items that can no longer be read are left out.</summary>
    public async Task<IReadOnlyList<NewsLine>> LinesAsync(IReadOnlyCollection<NewsRow> rows, CancellationToken ct)
    {
        var names = await people.NamesAsync(rows.Select(row => row.ById).OfType<string>().Distinct(), ct);
        var ids = rows.Select(row => row.ContentItemId).OfType<string>().ToHashSet();
        var items = await db.Set<ContentRow>().AsNoTracking().Where(item => item.Published && ids.Contains(item.ContentItemId))
            .Select(item => new { item.ContentItemId, item.DisplayText, item.Path }).ToDictionaryAsync(item => item.ContentItemId, ct);
        return
        [
            .. from row in rows
               let item = row.ContentItemId is { } id ? items.GetValueOrDefault(id) : null
               where item is not null || row.ContentItemId is null
               select new NewsLine(row.Id, row.Sentence, row.Title ?? item?.DisplayText ?? string.Empty, row.ById is { } author ? names.GetValueOrDefault(author)?.DisplayName : null,
                   row.Path ?? (item is null ? "/compte/notifications" : "/" + item.Path), row.Text, row.AtUtc),
        ];
    }

    private IQueryable<NewsRow> NewsTo(string personId)
    {
        var all = db.Set<NewsRow>().AsNoTracking();
        var followed = from follow in db.Set<FollowRow>()
                       join news in all on follow.ContentItemId equals news.ContentItemId
                       where follow.PersonId == personId && news.PersonId == null && news.ById != personId && news.AtUtc >= follow.SinceUtc
                         && !(news.Fact != null && all.Any(own => own.PersonId == personId && own.Fact == news.Fact))
                       select news;
        return all.Where(news => news.PersonId == personId).Concat(followed);
    }
}

using EssConsult.Accounts.Contracts;

namespace EssConsult.Discussion.News;

/// <param name="Sentence">Key of the translations, with {0} for the item's title and {1} for who did it.</param>
/// <param name="Url">Below the site's root.</param>
internal sealed record NewsLine(string Sentence, string Title, string Who, string Url, DateTime AtUtc);

/// <param name="NewestUtc">Of what the page covers, those left out included; null when there is nothing.</param>
internal sealed record NewsPage(IReadOnlyList<NewsLine> Lines, DateTime? NewestUtc);

/// <summary>Reads one person's news: those of the items they follow since they follow them, and those for them alone.</summary>
internal sealed class NewsList(SiteDb db, IPeople people)
{
    public const int PerPage = 20;

    public IQueryable<NewsRow> Of(string personId)
    {
        var all = db.Set<NewsRow>().AsNoTracking();
        var direct = all.Where(news => news.PersonId == personId);
        var followed = from follow in db.Set<Supports.Follow>()
                       join news in all on follow.ContentItemId equals news.ContentItemId
                       where follow.PersonId == personId && news.PersonId == null && news.ById != personId && news.AtUtc >= follow.SinceUtc
                         && !all.Any(own => own.PersonId == personId && own.CommentId == news.CommentId)
                       select news;
        return direct.Concat(followed);
    }

    public async Task<NewsPage> PageAsync(string personId, int page, CancellationToken ct)
    {
        var rows = await Of(personId).OrderByDescending(news => news.AtUtc).ThenByDescending(news => news.Id).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(ct);
        return new NewsPage(await LinesAsync(rows, ct), rows is [var newest, ..] ? newest.AtUtc : null);
    }

    /// <summary>In two queries; news of items that can no longer be read are left out.</summary>
    public async Task<IReadOnlyList<NewsLine>> LinesAsync(IReadOnlyList<NewsRow> rows, CancellationToken ct)
    {
        var names = await people.NamesAsync(rows.Select(row => row.ById).OfType<string>(), ct);
        var ids = rows.Select(row => row.ContentItemId).ToHashSet();
        var items = await db.Set<ContentRow>().AsNoTracking().Where(item => item.Published && ids.Contains(item.ContentItemId))
            .Select(item => new { item.ContentItemId, item.DisplayText, item.Path }).ToDictionaryAsync(item => item.ContentItemId, ct);
        return
        [
            .. from row in rows
               where items.ContainsKey(row.ContentItemId)
               let item = items[row.ContentItemId]
               let who = row.ById is { } author ? names.GetValueOrDefault(author)?.DisplayName : null
               select new NewsLine(Sentence(row, who), item.DisplayText ?? string.Empty, who ?? string.Empty, row.CommentId is { } comment ? $"/commentaires/{comment}" : "/" + item.Path, row.AtUtc),
        ];
    }

    private static string Sentence(NewsRow row, string? who) => (row.Kind, who) switch
    {
        (NewsKind.Comment, null) => "Quelqu’un a commenté « {0} ».",
        (NewsKind.Comment, _) => "{1} a commenté « {0} ».",
        (NewsKind.Reply, null) => "Quelqu’un a répondu à votre commentaire sur « {0} ».",
        (NewsKind.Reply, _) => "{1} a répondu à votre commentaire sur « {0} ».",
        (NewsKind.Hidden, _) => "Votre commentaire sur « {0} » a été retiré.",
        _ => row.Sentence ?? "{0}",
    };
}

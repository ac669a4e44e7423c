using EssConsult.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Tells those who follow a contribution that it has an answer, another one, or a new version.</summary>
internal sealed class FollowerNews(SiteDb db, INews news) : IHandle<ContributionAnswered>, IHandle<ContentPublished>
{
    public static readonly NewsKind Answer = new("answer", "La Métropole répond à ce que je suis") { Order = 30 };
    public static readonly NewsKind Version = new("version", "Ce que je suis a une nouvelle version") { Order = 40 };

    /// <summary>The author has a mail of their own.</summary>
    public async Task HandleAsync(ContributionAnswered happened, CancellationToken ct)
    {
        if (happened.IsNews)
        {
            var author = await db.Set<ContributionRow>().Where(row => row.ContentItemId == happened.ContentItemId).Select(row => row.AuthorId).FirstOrDefaultAsync(ct);
            Tell(happened.ContentItemId, Answer, happened.FormerState is null ? "La Métropole a répondu à « {0} »." : "La réponse de la Métropole à « {0} » a changé.", author);
        }
    }

    /// <summary>A correction of the first quarter of an hour is not a version, and not news.</summary>
    public async Task HandleAsync(ContentPublished happened, CancellationToken ct)
    {
        if (happened.First || happened.ContentType != ContributionProjection.ContentType)
        {
            return;
        }

        var first = await db.Set<ContributionRow>().Where(row => row.ContentItemId == happened.ContentItemId && row.State == ContributionState.Published)
            .Select(row => new { row.PublishedUtc, row.AuthorId }).FirstOrDefaultAsync(ct);
        var latest = await db.Set<ContentRow>().Where(row => row.ContentItemId == happened.ContentItemId && row.Published).Select(row => row.PublishedUtc).FirstOrDefaultAsync(ct);
        if (first is not null && latest > first.PublishedUtc + ContributionWriting.FreeEditing)
        {
            Tell(happened.ContentItemId, Version, "« {0} » a une nouvelle version.", first.AuthorId);
        }
    }

    private void Tell(string contentItemId, NewsKind kind, string sentence, string? author) =>
        news.TellFollowers(contentItemId, new NewsFact(kind.Name, sentence) { ContentItemId = contentItemId, ById = author });
}

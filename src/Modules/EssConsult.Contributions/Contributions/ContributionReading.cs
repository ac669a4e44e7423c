using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>A contribution with all that its page shows to every reader alike.</summary>
/// <param name="Row">Shared between requests: never changed.</param>
/// <param name="Item">The version that readers see; null once removed.</param>
/// <param name="Answer">The published one.</param>
internal sealed record ReadContribution(ContributionRow Row, ContentItem? Item, string Body, Answer? Answer, IReadOnlyList<ContentItem> Objectives);

/// <summary>Reads contributions for their pages, once per change.</summary>
internal sealed class ContributionReading(SiteDb db, SharedReads reads, CacheTags tags, IContentStore content, IMarkup markup)
{
    /// <summary>By its address below the root; null for a draft, which has none. Who may see it is for the page to say.</summary>
    public ValueTask<ReadContribution?> FindAsync(string path, CancellationToken ct) => reads.GetAsync("contribution " + path, tags, async shown =>
    {
        var row = await db.Set<ContributionRow>().AsNoTracking().FirstOrDefaultAsync(found => found.Path == path && found.State != ContributionState.Draft, ct);
        if (row is null)
        {
            return null;
        }

        shown.Add(row.ContentItemId);
        return await CompleteAsync(row, ct);
    });

    private async Task<ReadContribution> CompleteAsync(ContributionRow row, CancellationToken ct)
    {
        if (row.State == ContributionState.Removed)
        {
            return new ReadContribution(row, Item: null, string.Empty, Answer: null, []);
        }

        var item = await content.FindAsync(row.ContentItemId, row.State == ContributionState.Published ? ContentVersion.Published : ContentVersion.Latest, ct);
        var answer = row.AnswerState is null ? null : await db.Set<Answer>().AsNoTracking().FirstOrDefaultAsync(answer => answer.ContentItemId == row.ContentItemId && answer.PublishedUtc != null, ct);
        return new ReadContribution(row, item, markup.Markdown(item?.Part<MarkdownBodyPart>()?.Markdown), answer, answer is null ? [] : await ObjectivesAsync(row.ContentItemId, ct));
    }

    private async Task<IReadOnlyList<ContentItem>> ObjectivesAsync(string contentItemId, CancellationToken ct)
    {
        var ids = await db.Set<AnswerObjective>().Where(link => link.ContentItemId == contentItemId).Select(link => link.ObjectiveId).ToListAsync(ct);
        return [.. (await content.FindManyAsync(ids, ContentVersion.Published, ct)).Values];
    }
}

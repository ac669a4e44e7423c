namespace EssConsult.Discussion.Rules;

/// <summary>How an item stands for whoever looks at it.</summary>
internal sealed record Standing(string ContentItemId, DiscussionRules Rules, DiscussionCounts Counts, bool Supported, bool Followed);

/// <summary>Reads standings once a request: several pieces of one page ask for the same.</summary>
internal sealed class Standings(SiteDb db, SharedReads reads, CacheTags tags, Rulebook rulebook, CurrentPerson person)
{
    private readonly Dictionary<string, Standing> read = [];

    public async Task<Standing> OfAsync(string contentItemId, CancellationToken ct) =>
        read.TryGetValue(contentItemId, out var known) ? known : read[contentItemId] = await ReadAsync(contentItemId, ct);

    private async Task<Standing> ReadAsync(string contentItemId, CancellationToken ct)
    {
        var rules = await rulebook.ForAsync(contentItemId, ct);
        var counts = await reads.GetAsync("counts " + contentItemId, tags, async shown =>
        {
            shown.Add(contentItemId);
            return await db.Set<DiscussionCounts>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == contentItemId, ct) ?? new DiscussionCounts { ContentItemId = contentItemId };
        });
        var (supported, followed) = person.Id is { } id ? await OwnMarks.OfAsync(db, contentItemId, id, ct) : default;
        return new Standing(contentItemId, rules, counts!, supported, followed);
    }
}

using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

internal sealed record MyContribution(ContributionRow Row, int Supports, int Comments);

internal sealed record PageOfMyContributions(IReadOnlyList<MyContribution> Items, IReadOnlyDictionary<ContributionState, int> Counts, int Page, int Pages)
{
    public int Total => Counts.Values.Sum();
}

/// <summary>One person's texts, whatever became of them, in three queries a page.</summary>
internal sealed class MyContributions(SiteDb db, CurrentPerson person)
{
    public const int PageSize = 20;

    public async Task<PageOfMyContributions> ReadAsync(ContributionState? state, int page, CancellationToken ct)
    {
        var counts = await Mine().GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var pages = Math.Max(1, ((state is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum()) + PageSize - 1) / PageSize);
        var number = Math.Clamp(page, 1, pages);
        var rows = await Mine().Where(row => state == null || row.State == state)
            .OrderByDescending(row => row.DecidedUtc ?? row.PublishedUtc ?? row.SubmittedUtc ?? row.CreatedUtc).ThenBy(row => row.ContentItemId)
            .Skip((number - 1) * PageSize).Take(PageSize).AsNoTracking().ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.ContentItemId);
        var said = await db.Set<DiscussionCounts>().AsNoTracking().Where(found => ids.Contains(found.ContentItemId)).ToDictionaryAsync(found => found.ContentItemId, ct);
        return new PageOfMyContributions([.. rows.Select(row => Counted(row, said.GetValueOrDefault(row.ContentItemId)))], counts, number, pages);
    }

    /// <summary>A text that its author withdrew before anybody could read it is nobody's business any more.</summary>
    private IQueryable<ContributionRow> Mine()
    {
        var personId = person.RequiredId;
        return db.Set<ContributionRow>().Where(row => row.AuthorId == personId && (row.State != ContributionState.Removed || row.PublishedUtc != null));
    }

    private static MyContribution Counted(ContributionRow row, DiscussionCounts? counts) => new(row, counts?.Supports ?? 0, counts?.Comments ?? 0);
}

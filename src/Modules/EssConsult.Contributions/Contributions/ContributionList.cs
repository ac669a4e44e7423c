using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>What a reader asks of the list: every value comes from the address.</summary>
internal sealed record ContributionFilter
{
    public string? ProcessId { get; init; }

    public string? PhaseId { get; init; }

    public string? SectorId { get; init; }

    public string? TerritoryId { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>Answer state, or <c>none</c> for those without an answer.</summary>
    public string? Answer { get; init; }

    public string? Text { get; init; }

    public string Sort { get; init; } = "random";

    public int Seed { get; init; }

    public int Page { get; init; } = 1;

    public bool WithDemo { get; init; } = true;
}

internal sealed record PageOfContributions(IReadOnlyList<ContributionRow> Rows, int Total, int Page, int Pages);

/// <summary>Reads a page of contributions in two queries, whatever the filter.</summary>
internal sealed class ContributionList(SiteDb db)
{
    public const int PageSize = 20;
    private const int Prime = int.MaxValue; // 2³¹−1: multiplying by anything but its multiples permutes 1…2³¹−2.

    public async Task<PageOfContributions> ReadAsync(ContributionFilter filter, CancellationToken ct)
    {
        var rows = Matching(filter);
        var total = await rows.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var found = await Sorted(rows, filter).Skip((page - 1) * PageSize).Take(PageSize).AsNoTracking().ToListAsync(ct);
        return new PageOfContributions(found, total, page, pages);
    }

    public IQueryable<ContributionRow> Matching(ContributionFilter filter)
    {
        var rows = db.Set<ContributionRow>().Published();
        rows = filter.ProcessId is null ? rows : rows.Where(row => row.ProcessId == filter.ProcessId);
        rows = filter.PhaseId is null ? rows : rows.Where(row => row.PhaseId == filter.PhaseId);
        rows = filter.SectorId is null ? rows : rows.Where(row => row.SectorId == filter.SectorId);
        rows = filter.TerritoryId is null ? rows : rows.Where(row => row.TerritoryId == filter.TerritoryId);
        rows = filter.ActorId is null ? rows : rows.Where(row => row.ActorId == filter.ActorId);
        rows = filter.Answer switch
        {
            null => rows,
            "none" => rows.Where(row => row.AnswerState == null),
            var state => rows.Where(row => row.AnswerState == state),
        };
        rows = filter.WithDemo ? rows : rows.Where(row => !row.IsDemo);
        return rows.HoldingWords(filter.Text, row => row.WordsKey);
    }

    private IQueryable<ContributionRow> Sorted(IQueryable<ContributionRow> rows, ContributionFilter filter)
    {
        long factor = (filter.Seed & 0x7FFFFF) + 2;
        return filter.Sort switch
        {
            "supported" => Counted(rows).OrderByDescending(entry => entry.Counts!.Supports).ThenBy(entry => entry.Row.ContentItemId).Select(entry => entry.Row),
            "discussed" => Counted(rows).OrderByDescending(entry => entry.Counts!.Comments).ThenBy(entry => entry.Row.ContentItemId).Select(entry => entry.Row),
            "recent" => rows.OrderByDescending(row => row.PublishedUtc).ThenBy(row => row.ContentItemId),
            _ => rows.OrderBy(row => row.RandomKey * factor % Prime).ThenBy(row => row.ContentItemId),
        };
    }

    private IQueryable<CountedRow> Counted(IQueryable<ContributionRow> rows) =>
        from row in rows
        join counts in db.Set<DiscussionCounts>() on row.ContentItemId equals counts.ContentItemId into found
        from counts in found.DefaultIfEmpty()
        select new CountedRow { Row = row, Counts = counts };

    private sealed class CountedRow
    {
        public required ContributionRow Row { get; init; }

        public DiscussionCounts? Counts { get; init; }
    }
}

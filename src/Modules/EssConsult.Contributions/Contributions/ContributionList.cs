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

internal sealed record PageOfContributions(IReadOnlyList<string> Ids, int Total, int Page, int Pages);

/// <summary>Finds a page of contributions in at most two queries, whatever the filter.</summary>
internal sealed class ContributionList(SiteDb db, SharedReads reads, CacheTags tags)
{
    public const int PageSize = 20;

    public async Task<PageOfContributions> ReadAsync(ContributionFilter filter, CancellationToken ct)
    {
        var matching = await RanksAsync(filter, ct);
        var pages = Math.Max(1, (matching.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        return new PageOfContributions(await IdsAsync(filter, matching, page, ct), matching.Count, page, pages);
    }

    /// <summary>Which rows match is the same for every reader; a word typed into the search field is too rare to be kept.</summary>
    private async Task<ContributionRanks> RanksAsync(ContributionFilter filter, CancellationToken ct)
    {
        async Task<ContributionRanks?> Read(CacheTags shown)
        {
            shown.Add(ContributionEviction.Lists);
            return new ContributionRanks(await Matching(filter).OrderBy(row => row.ContentItemId).Select(row => new RankedRow(row.ContentItemId, row.RandomKey)).ToListAsync(ct));
        }

        var key = filter with { Sort = string.Empty, Seed = 0, Page = 0 };
        return (string.IsNullOrWhiteSpace(filter.Text) ? await reads.GetAsync($"contributions {key}", tags, Read) : await Read(tags))!;
    }

    private async Task<IReadOnlyList<string>> IdsAsync(ContributionFilter filter, ContributionRanks matching, int page, CancellationToken ct) =>
        filter.Sort is "supported" or "discussed" or "recent"
            ? await Sorted(Matching(filter), filter).Select(row => row.ContentItemId).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct)
            : matching.Page(filter.Seed, page, PageSize);

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

    private IQueryable<ContributionRow> Sorted(IQueryable<ContributionRow> rows, ContributionFilter filter) => filter.Sort switch
    {
        "supported" => Counted(rows).OrderByDescending(entry => entry.Counts!.Supports).ThenBy(entry => entry.Row.ContentItemId).Select(entry => entry.Row),
        "discussed" => Counted(rows).OrderByDescending(entry => entry.Counts!.Comments).ThenBy(entry => entry.Row.ContentItemId).Select(entry => entry.Row),
        _ => rows.OrderByDescending(row => row.PublishedUtc).ThenBy(row => row.ContentItemId),
    };

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

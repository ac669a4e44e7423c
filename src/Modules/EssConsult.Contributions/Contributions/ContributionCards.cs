using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>A contribution as lists show it.</summary>
internal sealed record ContributionCard(ContributionRow Row, string? Sector, int Hue, string? Territory, int Supports, int Comments);

/// <summary>Completes a page of rows with names from memory and counts in one query.</summary>
internal sealed class ContributionCards(SiteDb db, ITaxonomies taxonomies)
{
    public async Task<IReadOnlyList<ContributionCard>> ReadAsync(IReadOnlyList<ContributionRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.ContentItemId).ToList();
        var counts = await db.Set<DiscussionCounts>().AsNoTracking().Where(count => ids.Contains(count.ContentItemId)).ToDictionaryAsync(count => count.ContentItemId, ct);
        return [.. rows.Select(row => Card(row, counts.GetValueOrDefault(row.ContentItemId)))];
    }

    public (string? Name, int Hue) Sector(string? sectorId)
    {
        var terms = taxonomies.Find("secteurs")?.Terms ?? [];
        var index = terms.ToList().FindIndex(term => term.Id == sectorId);
        return index < 0 ? (null, 6) : (terms[index].Name, (index % 8) + 1);
    }

    private ContributionCard Card(ContributionRow row, DiscussionCounts? counts)
    {
        var (sector, hue) = Sector(row.SectorId);
        return new ContributionCard(row, sector, hue, row.TerritoryId is null ? null : taxonomies.FindTerm(row.TerritoryId)?.Name, counts?.Supports ?? 0, counts?.Comments ?? 0);
    }
}

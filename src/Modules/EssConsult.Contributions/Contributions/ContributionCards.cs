using EssConsult.Actors.Contracts;
using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>A contribution as lists show it.</summary>
internal sealed record ContributionCard(ContributionRow Row, string? Sector, int Hue, string? Territory, int Supports, int Comments, ActorName? Actor = null);

/// <summary>Completes a page of rows with names from memory, counts in one query and, where structures speak, their names in one.</summary>
internal sealed class ContributionCards(SiteDb db, ITaxonomies taxonomies, IActors actors, CacheTags tags)
{
    public async Task<IReadOnlyList<ContributionCard>> ReadAsync(IReadOnlyList<ContributionRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.ContentItemId).ToList();
        var counts = await db.Set<DiscussionCounts>().AsNoTracking().Where(count => ids.Contains(count.ContentItemId)).ToDictionaryAsync(count => count.ContentItemId, ct);
        var structures = await StructuresAsync(rows, ct);
        return [.. rows.Select(row => Card(row, counts.GetValueOrDefault(row.ContentItemId)) with { Actor = row.ActorId is { } actor ? structures.GetValueOrDefault(actor) : null })];
    }

    /// <summary>The structures in whose names the rows speak; the page is evicted when one changes its name.</summary>
    public async Task<IReadOnlyDictionary<Guid, ActorName>> StructuresAsync(IEnumerable<ContributionRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.ActorId).OfType<Guid>().ToHashSet();
        foreach (var id in ids)
        {
            tags.Add(id.ToString());
        }

        return ids.Count == 0 ? new Dictionary<Guid, ActorName>() : await actors.NamesAsync(ids, ct);
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

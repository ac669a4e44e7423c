using EssConsult.Actors.Contracts;
using EssConsult.Discussion.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>A contribution as lists show it.</summary>
internal sealed record ContributionCard(ContributionRow Row, string? Sector, int Hue, string? Territory, int Supports, int Comments, ActorName? Actor = null);

/// <summary>
/// Reads cards, each once per change, whoever asks and in whatever list it stands: the rows, their counts and, where structures speak,
/// their names in one query each; names of sectors and territories come from memory.
/// </summary>
internal sealed class ContributionCards(SiteDb db, SharedReads reads, ITaxonomies taxonomies, IActors actors, CacheTags tags)
{
    /// <returns>In the order of the ids, without those that are not published.</returns>
    public async Task<IReadOnlyList<ContributionCard>> ReadAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var facts = await reads.GetManyAsync<Facts>("card ", ids, tags, missing => FactsAsync(missing, ct), fact => fact.Row.ActorId is { } actor ? [actor.ToString()] : []);
        return [.. ids.Select(facts.GetValueOrDefault).OfType<Facts>().Select(Card)];
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
        for (var index = 0; index < terms.Count; index++)
        {
            if (terms[index].Id == sectorId)
            {
                return (terms[index].Name, (index % 8) + 1);
            }
        }

        return (null, 6);
    }

    private async Task<IReadOnlyDictionary<string, Facts>> FactsAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var rows = await db.Set<ContributionRow>().AsNoTracking().Published().Where(row => ids.Contains(row.ContentItemId)).ToListAsync(ct);
        var counts = await db.Set<DiscussionCounts>().AsNoTracking().Where(count => ids.Contains(count.ContentItemId)).ToDictionaryAsync(count => count.ContentItemId, ct);
        var structures = await StructuresAsync(rows, ct);
        return rows.ToDictionary(row => row.ContentItemId, row => new Facts(
            row with { WordsKey = string.Empty }, // the whole text, which no card shows
            counts.GetValueOrDefault(row.ContentItemId),
            row.ActorId is { } actor ? structures.GetValueOrDefault(actor) : null));
    }

    private ContributionCard Card(Facts facts)
    {
        var (sector, hue) = Sector(facts.Row.SectorId);
        var territory = facts.Row.TerritoryId is { } id ? taxonomies.FindTerm(id)?.Name : null;
        return new ContributionCard(facts.Row, sector, hue, territory, facts.Counts?.Supports ?? 0, facts.Counts?.Comments ?? 0, facts.Actor);
    }

    private sealed record Facts(ContributionRow Row, DiscussionCounts? Counts, ActorName? Actor);
}

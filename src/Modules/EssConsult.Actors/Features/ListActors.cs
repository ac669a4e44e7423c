using EssConsult.Actors.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Features;

internal sealed record ActorFilter(string? Text = null, ActorFamily? Family = null, string? Sector = null, string? Commune = null)
{
    public bool IsEmpty => this == new ActorFilter();
}

/// <summary>A value that the list can be narrowed to, and how many structures would remain.</summary>
internal sealed record Facet(string Value, string Label, int Count);

internal sealed record ActorCard(
    Guid Id, string Name, string Slug, ActorFamily? Family, string? SectorId, string? Commune, string? Description, string? Logo, bool IsDemo)
{
    public string Path => "/structures/" + Slug;
}

internal sealed record ActorPage(
    IReadOnlyList<ActorCard> Cards, int Total, int Number, int PageCount, IReadOnlyList<Facet> Families, IReadOnlyList<Facet> Sectors, IReadOnlyList<Facet> Communes);

/// <summary>One page of the published structures with its facets: four queries whatever their number.</summary>
internal sealed class ListActorsHandler(SiteDb db, Sectors sectors)
{
    public const int PageSize = 24;

    public async Task<ActorPage> HandleAsync(ActorFilter filter, int number, CancellationToken ct)
    {
        var families = await Published(filter with { Family = null }).GroupBy(actor => actor.Family)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var terms = await Published(filter with { Sector = null }).GroupBy(actor => actor.SectorId)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var communes = await Published(filter with { Commune = null }).Where(actor => actor.Commune != null).GroupBy(actor => actor.Commune!)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);

        // The families' counts leave out nothing but the family: the total is in them.
        var total = families.Where(family => filter.Family is null || family.Key == filter.Family).Sum(family => family.Count);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(number, 1, pages);
        var cards = await Published(filter).OrderBy(actor => actor.NameKey).ThenBy(actor => actor.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(actor => new ActorCard(actor.Id, actor.Name, actor.Slug, actor.Family, actor.SectorId, actor.Commune, actor.Description, actor.Logo, actor.IsDemo))
            .ToListAsync(ct);

        return new ActorPage(
            cards, total, page, pages,
            [.. families.Where(family => family.Key is not null).OrderBy(family => family.Key).Select(family => new Facet(family.Key.ToString()!, family.Key!.Value.Label(), family.Count))],
            [.. terms.Where(term => term.Key is not null).OrderBy(term => sectors.Rank(term.Key)).ThenBy(term => term.Key, StringComparer.Ordinal)
                .Select(term => new Facet(term.Key!, sectors.Label(term.Key!), term.Count))],
            [.. communes.OrderBy(commune => TextKey.Of(commune.Key), StringComparer.Ordinal).Select(commune => new Facet(commune.Key, commune.Key, commune.Count))]);
    }

    private IQueryable<Actor> Published(ActorFilter filter) => db.Set<Actor>().AsNoTracking().Published().Matching(filter);
}

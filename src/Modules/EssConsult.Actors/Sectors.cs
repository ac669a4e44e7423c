using EssConsult.Content.Contracts;

namespace EssConsult.Actors;

/// <param name="Id">The term's id.</param>
internal sealed record Sector(string Id, string Name);

/// <summary>The sectors that a structure can be filed under: the taxonomy <c>secteurs</c>, in its order.</summary>
internal sealed class Sectors(IEnumerable<ITaxonomies> taxonomies)
{
    private const string Alias = "secteurs";

    public IReadOnlyList<Sector> All => [.. (taxonomies.FirstOrDefault()?.Find(Alias)?.Terms ?? []).Select(term => new Sector(term.Id, term.Name))];

    /// <summary>The term's name; its id when the taxonomy no longer holds it.</summary>
    public string Label(string id) => Find(id)?.Name ?? id;

    public Sector? Find(string? id) => All.FirstOrDefault(sector => sector.Id == id);

    /// <summary>By id or by name, accents and capitals aside, as files name sectors.</summary>
    public Sector? FindByText(string text) => Find(text) ?? All.FirstOrDefault(sector => TextKey.Of(sector.Name) == TextKey.Of(text));

    /// <summary>Place in the taxonomy from 0; an unknown term comes last.</summary>
    public int Rank(string? id) => All.ToList().FindIndex(sector => sector.Id == id) is >= 0 and var rank ? rank : int.MaxValue;

    /// <summary>The theme's colour class of a sector; empty for an unknown one.</summary>
    public string Hue(string? id) => Rank(id) is < int.MaxValue and var rank ? $"hue-{(rank % 8) + 1}" : string.Empty;
}

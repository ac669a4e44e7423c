using EssConsult.Layers.Widgets;

namespace EssConsult.Layers.Features;

/// <param name="Sentence">The rule in plain words.</param>
/// <param name="Widgets">How many stand in it.</param>
internal sealed record ListedLayer(string Name, string? Description, string Sentence, int Widgets);

/// <param name="IsPublished">Readers see it where its layer holds.</param>
/// <param name="HasDraft">Somebody is writing another version.</param>
internal sealed record ListedWidget(string Id, string Title, string TypeName, LayerMetadata Place, bool IsPublished, bool HasDraft);

/// <param name="IsInTheme">The theme draws it.</param>
internal sealed record ListedZone(string Name, bool IsInTheme, IReadOnlyList<ListedWidget> Widgets)
{
    /// <summary>Of its elements on the page: a name from elsewhere may hold anything.</summary>
    public string Id => string.Concat(Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}

internal sealed record ZoneBoard(IReadOnlyList<ListedZone> Zones, IReadOnlyList<ListedLayer> Layers, IReadOnlyList<ContentTypeDefinition> Types)
{
    public IEnumerable<string> UsableZones => Zones.Where(zone => zone.IsInTheme).Select(zone => zone.Name);
}

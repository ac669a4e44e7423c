using EssConsult.Content.Items;

namespace EssConsult.Content.Features.Admin.Lists;

/// <param name="Item">The menu or taxonomy.</param>
/// <param name="Nodes">What it holds.</param>
internal sealed record ListOverview(ContentItem Item, IReadOnlyList<EmbeddedNode> Nodes)
{
    public string? Alias => Item.Part<AliasPart>()?.Alias;

    public static IReadOnlyList<ListOverview> Of(IReadOnlyList<ContentItem> items, EmbeddedLists lists) =>
        [.. items.Select(item => new ListOverview(item, [.. lists.Of(item.ContentType, item.Content).SelectMany(list => EmbeddedTree.Read(list, item.Content))]))];
}

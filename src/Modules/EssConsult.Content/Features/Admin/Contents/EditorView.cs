using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Content.Items;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>What the editor of an item shows beside its form.</summary>
internal sealed record EditorView(ContentItem Item, ContentTypeDefinition Type)
{
    public bool IsNew { get; init; }

    /// <summary>A published version is readable now, whatever the draft says.</summary>
    public bool HasPublished { get; init; }

    public bool CanPublish { get; init; }

    public bool CanDelete { get; init; }

    /// <summary>The version that the form was opened on, to notice that somebody else has saved meanwhile.</summary>
    public required string Stamp { get; init; }

    public IReadOnlyList<EmbeddedListView> Lists { get; init; } = [];

    public ChildrenView? Children { get; init; }

    public static string StampOf(ContentItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.ContentItemVersionId}-{item.ModifiedUtc?.Ticks ?? 0}");
}

/// <param name="List">Its rules.</param>
/// <param name="Nodes">Its items, nested.</param>
/// <param name="Types">Technical and French names of what can be added.</param>
internal sealed record EmbeddedListView(EmbeddedList List, IReadOnlyList<EmbeddedNode> Nodes, IReadOnlyList<(string Name, string DisplayName)> Types)
{
    public static IReadOnlyList<EmbeddedListView> Of(EmbeddedLists lists, IContentDefinitions definitions, string contentType, JsonObject content) =>
    [
        .. lists.Of(contentType, content).Select(list => new EmbeddedListView(
            list, EmbeddedTree.Read(list, content), [.. list.Types.Select(name => (name, definitions.FindType(name)?.DisplayName ?? name))])),
    ];
}

internal sealed record ChildrenView(IReadOnlyList<ContentItem> Items, IReadOnlyList<(string Name, string DisplayName)> Types, bool Ordered);

namespace EssConsult.Content.Contracts;

public enum ContentAct
{
    SaveDraft,
    Publish,
    DropDraft,
    Unpublish,
    Remove,
    Import,
}

/// <summary>An item on its way into the database.</summary>
/// <param name="Item">The version that will be stored; handlers may complete it.</param>
/// <param name="Type">Null when no definition names the type: it is kept, not interpreted.</param>
public sealed record ContentChange(ContentItem Item, ContentTypeDefinition? Type, ContentAct Act)
{
    /// <summary>Made in this unit of work and stored for the first time: the database knows nothing of it.</summary>
    public bool IsNew { get; init; }

    /// <summary>The active versions as they are stored, before the item is; empty for a new item.</summary>
    internal IReadOnlyList<ContentRow> Stored { get; init; } = [];

    /// <summary>What was so before anything changed; null when the act did not look.</summary>
    internal ContentBefore? Before { get; init; }
}

/// <param name="IsPublished">Readers had a version.</param>
/// <param name="HasFiles">A latest or published version showed files.</param>
internal sealed record ContentBefore(bool IsPublished, bool HasFiles)
{
    public static ContentBefore Of(IReadOnlyList<ContentRow> active) => new(active.Any(row => row.Published), active.Any(row => row.Json.Contains("\"Paths\":[\"", StringComparison.Ordinal)));
}

/// <summary>What a part or a module does when an item changes, in the same transaction.</summary>
public interface IContentHandler
{
    /// <summary>Lower comes first. Titles are made at 0, paths at 10, projections after 100.</summary>
    int Order => 100;

    /// <summary>Before the row is written: complete the item or refuse it with a <see cref="RuleException"/>.</summary>
    Task ChangingAsync(ContentChange change, CancellationToken ct) => Task.CompletedTask;

    /// <summary>After the row is staged: stage projections. Not yet saved.</summary>
    Task ChangedAsync(ContentChange change, CancellationToken ct) => Task.CompletedTask;
}

namespace EssConsult.Content.Contracts;

/// <summary>What saving did to an item.</summary>
public enum ContentWrite
{
    /// <summary>Its latest version has other words than before.</summary>
    Updated,

    /// <summary>The item is new.</summary>
    Created,

    /// <summary>Other words, in a version of their own beside the one before.</summary>
    Versioned,

    /// <summary>The words are those that were there: a draft published as it is.</summary>
    Nothing,
}

public sealed record ContentDraftSaved(string ContentItemId, string ContentType, ContentWrite Write = ContentWrite.Updated) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record ContentPublished(string ContentItemId, string ContentType, bool First, ContentWrite Write = ContentWrite.Updated) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record ContentUnpublished(string ContentItemId, string ContentType) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record ContentRemoved(string ContentItemId, string ContentType) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record ContentDefinitionChanged(string[] Types, string[] Parts) : IEvent;

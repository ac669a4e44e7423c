namespace EssConsult.Content.Contracts;

public sealed record ContentDraftSaved(string ContentItemId, string ContentType) : IEvent
{
    public string? Subject => ContentItemId;
}

public sealed record ContentPublished(string ContentItemId, string ContentType, bool First) : IEvent
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

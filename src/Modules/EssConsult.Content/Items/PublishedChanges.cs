namespace EssConsult.Content.Items;

/// <summary>What followers ask of an event.</summary>
internal static class PublishedChanges
{
    /// <summary>Whether what readers see of an item of the type has changed.</summary>
    public static bool ConcernsPublished(this OutboxEvent happened, string contentType) => TypeOf(happened) == contentType;

    /// <summary>The type of the item whose published version changed; null for other events.</summary>
    public static string? TypeOf(OutboxEvent happened) =>
        happened.Is<ContentPublished>() ? happened.Read<ContentPublished>().ContentType
        : happened.Is<ContentUnpublished>() ? happened.Read<ContentUnpublished>().ContentType
        : happened.Is<ContentRemoved>() ? happened.Read<ContentRemoved>().ContentType
        : null;
}

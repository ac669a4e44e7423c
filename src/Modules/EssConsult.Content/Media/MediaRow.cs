namespace EssConsult.Content.Media;

/// <summary>A file that somebody brought: its address, what it is, and where its bytes lie (by their hash, so twice the same is stored once).</summary>
internal sealed class MediaRow
{
    /// <summary>Address below <c>/media/</c>: an unguessable id and a name for uploads, any path for what a recipe brings.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the stored bytes, hexadecimal.</summary>
    public required string Hash { get; set; }

    public required string ContentType { get; set; }

    public required string FileName { get; init; }

    public long Bytes { get; set; }

    /// <summary>Pixels; null when it is no picture.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }

    public string? AlternativeText { get; set; }

    public string? OwnerId { get; init; }

    /// <summary>In the site's library: editors may use it anywhere, everybody may read it.</summary>
    public bool InLibrary { get; set; }

    public DateTime CreatedUtc { get; init; }

    public bool IsImage => Width is not null;
}

/// <summary>An item, or what another module says (<see cref="IMedia.ShowAsync"/>), shows the file, or showed it in a version that is kept (neither latest nor published).</summary>
internal sealed class MediaUse
{
    public required string Path { get; init; }

    public required string ContentItemId { get; init; }

    public bool Latest { get; set; }

    public bool Published { get; set; }
}

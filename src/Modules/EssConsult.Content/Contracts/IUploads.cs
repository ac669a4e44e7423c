namespace EssConsult.Content.Contracts;

/// <summary>Looks into files that a module keeps for itself, outside the media that pages show.</summary>
public interface IUploads
{
    /// <summary>For the <c>accept</c> attribute of a file input.</summary>
    string Accept { get; }

    /// <summary>The site's own limit, in bytes.</summary>
    long MaxBytes { get; }

    /// <summary>Reads a file and says what it is by its content.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">Its extension must agree with the content.</param>
    /// <param name="maxBytes">What is asked here; the site's limit holds too.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="RuleException">The kind of file is not allowed, or it is too big.</exception>
    Task<ReadUpload> ReadAsync(Stream content, string fileName, long maxBytes, CancellationToken ct);
}

/// <param name="FileName">Without folders.</param>
public sealed record ReadUpload(string FileName, string ContentType, bool IsImage, byte[] Bytes);

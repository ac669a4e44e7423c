namespace EssConsult.Tickets.Paper;

/// <summary>A finished PDF: A4, tagged for screen readers, with its typeface inside.</summary>
public sealed class PdfFile
{
    private readonly ReadOnlyMemory<byte> bytes;

    internal PdfFile(ReadOnlyMemory<byte> bytes, int pages) => (this.bytes, Pages) = (bytes, pages);

    /// <summary>Pages of the document.</summary>
    public int Pages { get; }

    /// <summary>Bytes of the document.</summary>
    public int Length => bytes.Length;

    /// <summary>Writes the document; the stream need not seek.</summary>
    public void Write(Stream stream) => stream.Write(bytes.Span);

    /// <summary>Writes the document to a response, which takes no synchronous writes.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken ct = default) => await stream.WriteAsync(bytes, ct);
}

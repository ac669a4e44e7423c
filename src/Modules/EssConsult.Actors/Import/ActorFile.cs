using System.Text;

namespace EssConsult.Actors.Import;

/// <summary>A file of structures, read row by row: CSV, GeoJSON or a JSON array of flat objects, told apart by the first sign.</summary>
internal static class ActorFile
{
    public static IAsyncEnumerable<SourceRow> ReadAsync(Stream stream, CancellationToken ct) => FirstSign(stream) switch
    {
        '{' => JsonRows.ReadGeoJsonAsync(stream, ct),
        '[' => JsonRows.ReadArrayAsync(stream, ct),
        _ => AmapRows.Split(CsvRows.ReadAsync(stream, EncodingOf(stream), ct), ct),
    };

    private static char FirstSign(Stream stream)
    {
        var start = new byte[256];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return Encoding.UTF8.GetString(start, 0, read).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').FirstOrDefault();
    }

    /// <summary>Spreadsheets on Windows still write code page 1252: whatever is not UTF-8 is read as that.</summary>
    private static Encoding EncodingOf(Stream stream)
    {
        try
        {
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            var block = new char[16_384];
            while (reader.ReadBlock(block, 0, block.Length) > 0)
            {
            }

            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        }
        finally
        {
            stream.Position = 0;
        }
    }
}

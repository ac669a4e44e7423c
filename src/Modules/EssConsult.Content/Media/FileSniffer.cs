using System.IO.Compression;
using System.Text;

namespace EssConsult.Content.Media;

/// <summary>Says what a file is by looking into it. The name is only ever compared with the answer.</summary>
internal static class FileSniffer
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null when it is nothing that the site takes (SVG, HTML, programs, archives…).</returns>
    public static FileKind? Sniff(byte[] bytes, string fileName)
    {
        var start = bytes.AsSpan();
        return start switch
        {
            _ when start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => FileKind.Jpeg,
            _ when start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) => FileKind.Png,
            _ when start.StartsWith("RIFF"u8) && bytes.Length > 12 && start[8..].StartsWith("WEBP"u8) => FileKind.Webp,
            _ when start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8) => FileKind.Gif,
            _ when start.StartsWith("%PDF-"u8) => FileKind.Pdf,
            _ when start.StartsWith((ReadOnlySpan<byte>)[(byte)'P', (byte)'K', 3, 4]) => SniffZip(bytes),
            _ => IsText(bytes) ? FileKind.Csv.Takes(fileName) ? FileKind.Csv : FileKind.Plain : null,
        };
    }

    private static FileKind? SniffZip(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            var names = zip.Entries.Take(2_000).Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? null
                : zip.Entries.Count > 0 && zip.Entries[0] is { FullName: "mimetype", Length: < 100 } mime ? SniffOpenDocument(mime)
                : !names.Contains("[Content_Types].xml") ? null
                : names.Contains("word/document.xml") ? FileKind.Docx
                : names.Contains("xl/workbook.xml") ? FileKind.Xlsx
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static FileKind? SniffOpenDocument(ZipArchiveEntry mime)
    {
        using var reader = new StreamReader(mime.Open(), Encoding.ASCII);
        var type = reader.ReadToEnd().Trim();
        return type == FileKind.Odt.ContentType ? FileKind.Odt : type == FileKind.Ods.ContentType ? FileKind.Ods : null;
    }

    /// <summary>Text without control characters that does not begin as markup does.</summary>
    private static bool IsText(byte[] bytes)
    {
        try
        {
            var text = Utf8.GetString(bytes).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
            return text.Length > 0 && text[0] != '<' && !text.Any(letter => char.IsControl(letter) && letter is not '\t' and not '\r' and not '\n');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

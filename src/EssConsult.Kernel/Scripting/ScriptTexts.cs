using System.IO.Compression;
using System.Net;
using System.Text;
using EssConsult.Kernel.Data;

namespace EssConsult.Kernel.Scripting;

/// <summary>What any script can call on a text, by Orchard's names (§1.3 of the formats). A text that is not what it should be throws in the script.</summary>
public static class ScriptTexts
{
    private const int MaxUnzippedBytes = 4_000_000;

    public static IReadOnlyDictionary<string, object> All { get; } = new Dictionary<string, object>
    {
        ["base64"] = (string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text)),
        ["html"] = (string text) => WebUtility.HtmlDecode(text),
        ["gzip"] = (Func<string, string>)Gunzip,
        ["getUrlPrefix"] = (string? path) => path?.StartsWith('/') == true ? path : "/" + path,
    };

    private static string Gunzip(string zipped)
    {
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(zipped)), CompressionMode.Decompress);
        var unzipped = new byte[MaxUnzippedBytes + 1];
        var length = gzip.ReadAtLeast(unzipped, unzipped.Length, throwOnEndOfStream: false);
        return length <= MaxUnzippedBytes
            ? Convert.ToBase64String(unzipped, 0, length)
            : throw new RuleException("script.gzip", "Un texte compressé est trop grand.");
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EssConsult.Tickets.Paper;

/// <summary>
/// PDFsharp draws lots for the document's identifiers and for the six letters before the name of each embedded font.
/// These become functions of the rest, so that a document made twice is the same file.
/// </summary>
internal static partial class SameBytes
{
    /// <summary>Lengths do not change, so that the table of offsets stays true.</summary>
    public static byte[] Of(ReadOnlySpan<byte> pdf)
    {
        // Latin-1 keeps each byte as one character, compressed streams included.
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = FontTag().Replace(Encoding.Latin1.GetString(pdf), match => tags.TryGetValue(match.Value, out var tag) ? tag : tags[match.Value] = Letters(tags.Count));
        text = Identifier().Replace(text, match => new string('0', match.Length));

        var hash = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(text)))[..32];
        var id = $"{hash[..8]}-{hash[8..12]}-{hash[12..16]}-{hash[16..20]}-{hash[20..]}";
        text = Zeros().Replace(text, match => match.Length == id.Length ? id.ToLowerInvariant() : hash);
        return Encoding.Latin1.GetBytes(text);
    }

    private static string Letters(int number) => $"ESSC{(char)('A' + (number / 26 % 26))}{(char)('A' + (number % 26))}";

    [GeneratedRegex(@"(?<=/(?:FontName|BaseFont)/)[A-Z]{6}(?=\+)")]
    private static partial Regex FontTag();

    [GeneratedRegex(@"(?<=<xmpMM:(?:Document|Instance)ID>uuid:)[0-9a-f-]{36}|(?<=/ID\[<|/ID\[<[0-9A-F]{32}><)[0-9A-F]{32}(?=>)")]
    private static partial Regex Identifier();

    [GeneratedRegex("(?<=<xmpMM:(?:Document|Instance)ID>uuid:)0{36}|(?<=/ID\\[<|/ID\\[<[0-9A-F]{32}><)0{32}(?=>)")]
    private static partial Regex Zeros();
}

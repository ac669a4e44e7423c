using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EssConsult.Ledger;

/// <summary>Strings as ECMAScript writes them: escaped where they must be and nowhere else (RFC 8785, §3.2.2.2).</summary>
internal static class CanonicalString
{
    public const string HalfPair = "Half a surrogate pair has no canonical form (RFC 8785, §3.2.2.2).";

    public static void AppendTo(StringBuilder text, string value)
    {
        if (!IsWellFormed(value))
        {
            throw new JsonException(HalfPair);
        }

        text.Append('"');
        foreach (var unit in value)
        {
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => text.Append(unit),
            };
        }

        text.Append('"');
    }

    /// <summary>Whether every surrogate has its other half: an encoder would write a replacement character without a word.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> value)
    {
        while (!value.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(value, out _, out var units) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            value = value[units..];
        }

        return true;
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Ledger;

/// <summary>
/// The one way to write a JSON value, so that equal values have equal bytes and one hash (RFC 8785, JSON Canonicalization Scheme).
/// Numbers are IEEE doubles: what must keep its decimals, such as an amount or a mark, is written as a string.
/// </summary>
/// <remarks>Refused with a <see cref="JsonException"/>: two members of one name, half a surrogate pair, what no finite double holds, more than 64 levels, text that is not JSON.</remarks>
public static class CanonicalJson
{
    /// <summary>The canonical form in UTF-8, without byte order mark (RFC 8785, §3.2.4).</summary>
    /// <exception cref="JsonException">The value has no canonical form.</exception>
    public static byte[] Bytes(JsonNode? value) => Encoding.UTF8.GetBytes(Text(value));

    /// <inheritdoc cref="Bytes(JsonNode)"/>
    public static byte[] Bytes(JsonElement value) => Encoding.UTF8.GetBytes(Text(value));

    /// <summary>The canonical form, in UTF-8, of a JSON text written in any other way (RFC 8785, §3.2.4).</summary>
    /// <exception cref="JsonException">The text is not JSON, or its value has no canonical form.</exception>
    public static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(Text(json));

    /// <summary>The canonical form, on one line (RFC 8785, §3.2).</summary>
    /// <exception cref="JsonException">The value has no canonical form.</exception>
    public static string Text(JsonNode? value)
    {
        var writer = new CanonicalJsonWriter();
        writer.Write(value);
        return writer.ToString();
    }

    /// <inheritdoc cref="Text(JsonNode)"/>
    public static string Text(JsonElement value)
    {
        var writer = new CanonicalJsonWriter();
        writer.Write(value);
        return writer.ToString();
    }

    /// <summary>The canonical form of a JSON text written in any other way (RFC 8785, §3.2).</summary>
    /// <exception cref="JsonException">The text is not JSON, or its value has no canonical form.</exception>
    public static string Text(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (!CanonicalString.IsWellFormed(json))
        {
            throw new JsonException(CanonicalString.HalfPair);
        }

        using var document = JsonDocument.Parse(json);
        return Text(document.RootElement);
    }
}

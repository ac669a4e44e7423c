using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Ledger;

/// <summary>Values that hold no others (RFC 8785, §3.2.2).</summary>
internal static class CanonicalScalar
{
    public static void AppendTo(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CanonicalString.AppendTo(text, Read(() => value.GetString()!));
                break;
            case JsonValueKind.Number:
                text.Append(CanonicalNumber.Of(value.GetDouble()));
                break;
            case JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null:
                text.Append(value.GetRawText());
                break;
            default:
                throw new JsonException("A .NET object inside a node, or an element without a value, has no canonical form.");
        }
    }

    public static void AppendTo(StringBuilder text, JsonValue value)
    {
        // Before anything serializes them: a serializer writes a replacement character for half a surrogate pair.
        if (value.TryGetValue(out JsonElement element))
        {
            AppendTo(text, element);
        }
        else if (value.TryGetValue(out string? written))
        {
            CanonicalString.AppendTo(text, written);
        }
        else if (value.TryGetValue(out char unit))
        {
            CanonicalString.AppendTo(text, unit.ToString());
        }
        else if (value.TryGetValue(out double number))
        {
            text.Append(CanonicalNumber.Of(number));
        }
        else
        {
            AppendTo(text, Read(() => JsonSerializer.SerializeToElement(value)));
        }
    }

    /// <summary>What System.Text.Json says of half surrogate pairs, members given twice and infinities, said in one way.</summary>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception refused) when (refused is ArgumentException or (InvalidOperationException and not ObjectDisposedException))
        {
            throw new JsonException($"The value has no canonical form: {refused.Message}", refused);
        }
    }
}

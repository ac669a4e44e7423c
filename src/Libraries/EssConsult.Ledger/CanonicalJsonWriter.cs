using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Ledger;

/// <summary>Writes one value in its canonical form: objects, lists and what they hold (RFC 8785, §3.2).</summary>
internal sealed class CanonicalJsonWriter
{
    /// <summary>What System.Text.Json reads by default; deeper values would use up the stack.</summary>
    private const int MaxDepth = 64;

    private readonly StringBuilder text = new();
    private int depth;

    public void Write(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(CanonicalScalar.Read(() => value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value)).ToList()), Write);
                break;
            case JsonValueKind.Array:
                WriteAll('[', ']', value.EnumerateArray(), Write);
                break;
            default:
                CanonicalScalar.AppendTo(text, value);
                break;
        }
    }

    public void Write(JsonNode? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                WriteObject(CanonicalScalar.Read(() => members.ToList()), Write);
                break;
            case JsonArray items:
                WriteAll('[', ']', items, Write);
                break;
            default:
                CanonicalScalar.AppendTo(text, value.AsValue());
                break;
        }
    }

    public override string ToString() => text.ToString();

    /// <summary>Members in the order of their names' UTF-16 units, which is the ordinal one and no language's (RFC 8785, §3.2.3).</summary>
    private void WriteObject<T>(List<KeyValuePair<string, T>> members, Action<T> write)
    {
        members.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        if (members.Zip(members.Skip(1)).Any(pair => pair.First.Key == pair.Second.Key))
        {
            throw new JsonException("Two members of one name have no canonical form (RFC 8785, §3.1).");
        }

        WriteAll('{', '}', members, member =>
        {
            CanonicalString.AppendTo(text, member.Key);
            text.Append(':');
            write(member.Value);
        });
    }

    private void WriteAll<T>(char open, char close, IEnumerable<T> items, Action<T> write)
    {
        if (++depth > MaxDepth)
        {
            throw new JsonException($"More than {MaxDepth} levels have no canonical form here.");
        }

        text.Append(open);
        var first = text.Length;
        foreach (var item in items)
        {
            if (text.Length > first)
            {
                text.Append(',');
            }

            write(item);
        }

        text.Append(close);
        depth--;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Ledger.Tests;

/// <summary>Examples of RFC 8785 and of its author's test data (cyberphone/json-canonicalization, testdata).</summary>
public sealed class CanonicalJsonTests
{
    [Fact]
    public void The_example_of_the_RFC_has_the_bytes_of_the_RFC() => Convert.ToHexStringLower(CanonicalJson.Bytes("""
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        }
        """)).ShouldBe("7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d");

    [Fact]
    public void Names_are_sorted_by_UTF_16_units_and_not_by_code_points() => Names("""
        { "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis" }
        """).ShouldBe(["\r", "1", "\u0080", "ö", "€", "\ud83d\ude00", "\ufb33"]);

    [Fact]
    public void Names_are_not_sorted_as_French_sorts_them() => Names("""{"sin":4,"péché":2,"pêche":3,"peach":1}""").ShouldBe(["peach", "péché", "pêche", "sin"]);

    [Theory]
    [InlineData("""{ "1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ { } ], "A": { } }""", """{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}""")]
    [InlineData("""[ 56, { "d": true, "10": null, "1": [ ] } ]""", """[56,{"1":[],"10":null,"d":true}]""")]
    public void Structures_lose_their_spaces_and_keep_the_order_of_lists(string json, string written)
    {
        CanonicalJson.Text(json).ShouldBe(written);
        CanonicalJson.Text(JsonNode.Parse(json)).ShouldBe(written);
    }

    [Fact]
    public void Only_what_must_be_escaped_is_escaped() =>
        CanonicalJson.Text("""
            "\u0000\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u001F\u0020\u0022\u002f\u005c\u007f\u00e9\u2028<&'+\ud83d\ude02"
            """.Trim()).ShouldBe("\"\\u0000\\u0007\\b\\t\\n\\u000b\\f\\r\\u001f \\\"/\\\\\u007fé\u2028<&'+\ud83d\ude02\"");

    [Fact]
    public void Letters_are_kept_as_they_are_composed() => CanonicalJson.Text("\"\\u1e0d\\u0307\"").ShouldBe("\"\u1e0d\u0307\"");

    [Fact]
    public void Nodes_of_NET_values_are_written_as_their_JSON() =>
        CanonicalJson.Text(new JsonObject { ["b"] = 'x', ["a"] = DateTime.UnixEpoch, ["c"] = null, ["é"] = Guid.Empty }).ShouldBe("""{"a":"1970-01-01T00:00:00Z","b":"x","c":null,"é":"00000000-0000-0000-0000-000000000000"}""");

    [Fact]
    public void Nothing_is_null()
    {
        CanonicalJson.Text((JsonNode?)null).ShouldBe("null");
        CanonicalJson.Text("null").ShouldBe("null");
    }

    [Fact]
    public void Bytes_are_those_of_the_text_without_a_byte_order_mark()
    {
        var node = JsonNode.Parse("""{"é":"€"}""");

        CanonicalJson.Bytes(node).ShouldBe([0x7b, 0x22, 0xc3, 0xa9, 0x22, 0x3a, 0x22, 0xe2, 0x82, 0xac, 0x22, 0x7d]);
        CanonicalJson.Bytes(JsonSerializer.SerializeToElement(node)).ShouldBe(CanonicalJson.Bytes(node));
    }

    private static IEnumerable<string> Names(string json) => JsonNode.Parse(CanonicalJson.Text(json))!.AsObject().Select(member => member.Key);
}

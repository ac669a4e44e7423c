using System.Text.Json;
using System.Text.Json.Nodes;

namespace EssConsult.Ledger.Tests;

/// <summary>What has no single meaning has no canonical form (RFC 8785, §3.1 and §3.2.2; RFC 7493).</summary>
public sealed class CanonicalJsonRefusalTests
{
    [Theory]
    [InlineData("""{"a":1,"a":1}"""), InlineData("""{"a":1,"b":2,"\u0061":3}"""), InlineData("""[{"x":{"":1,"":2}}]""")]
    public void Two_members_of_one_name_are_refused(string json) => IsRefused(json);

    [Theory]
    [InlineData("\"\\ud800\""), InlineData("\"\\udc00\""), InlineData("[\"\\udc00\\ud800\"]"), InlineData("{\"\\ud83d\":1}"), InlineData("\"\\ud83dx\"")]
    public void Half_a_surrogate_pair_is_refused(string json) => IsRefused(json);

    /// <summary>Made here: the attribute of a theory would not keep them.</summary>
    [Fact]
    public void Half_a_surrogate_pair_is_refused_where_it_is_not_escaped()
    {
        foreach (var half in new[] { "\ud800", "\udc00", "a\ud83d", "\udc00\ud800" })
        {
            Should.Throw<JsonException>(() => CanonicalJson.Text($"\"{half}\""));
            Should.Throw<JsonException>(() => CanonicalJson.Text(JsonValue.Create(half)));
            Should.Throw<JsonException>(() => CanonicalJson.Text(new JsonObject { [half] = 1 }));
        }

        Should.Throw<JsonException>(() => CanonicalJson.Text(JsonValue.Create('\ud800')));
    }

    [Fact]
    public void A_NET_object_inside_a_node_is_refused_because_its_serializer_would_replace_half_pairs() =>
        Should.Throw<JsonException>(() => CanonicalJson.Text(JsonValue.Create(new { Name = "\ud800" })));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        using var document = JsonDocument.Parse(new byte[] { 0x22, 0xff, 0x22 });
        Should.Throw<JsonException>(() => CanonicalJson.Text(document.RootElement));
    }

    [Theory, InlineData(""), InlineData("1 2"), InlineData("{"), InlineData("[1,]"), InlineData("NaN"), InlineData("// no\n1"), InlineData("01"), InlineData("\ufeff1")]
    public void What_is_not_JSON_is_refused(string json) => Should.Throw<JsonException>(() => CanonicalJson.Text(json));

    [Fact]
    public void An_element_without_a_value_is_refused() => Should.Throw<JsonException>(() => CanonicalJson.Text(default(JsonElement)));

    [Fact]
    public void More_than_64_levels_are_refused_however_they_are_given()
    {
        JsonNode node = new JsonArray();
        for (var level = 1; level < 64; level++)
        {
            node = new JsonArray(node);
        }

        var deepest = new string('[', 64) + new string(']', 64);
        (CanonicalJson.Text(node), CanonicalJson.Text(deepest)).ShouldBe((deepest, deepest));
        Should.Throw<JsonException>(() => CanonicalJson.Text(new JsonArray(node)));
        Should.Throw<JsonException>(() => CanonicalJson.Text($"[{deepest}]"));
    }

    private static void IsRefused(string json)
    {
        Should.Throw<JsonException>(() => CanonicalJson.Text(json));
        Should.Throw<JsonException>(() => CanonicalJson.Bytes(json));
        Should.Throw<JsonException>(() => CanonicalJson.Text(JsonNode.Parse(json)));
    }
}

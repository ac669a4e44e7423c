using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace EssConsult.Ledger.Tests;

public sealed class CanonicalJsonPropertyTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Gen<string> Words = Gen.OneOf(Gen.Int[0, 0xff], Gen.Int[0x2000, 0x20ff], Gen.Int[0xe000, 0xffff], Gen.Int[0x1f600, 0x1f64f]).Select(char.ConvertFromUtf32).List[0, 6].Select(string.Concat);

    /// <summary>Without minus zero, which loses its sign: that is tested with the numbers.</summary>
    private static readonly Gen<JsonNode?> Values = Gen.Recursive<JsonNode?>((depth, value) =>
    {
        var scalar = Gen.OneOf(Words.Select(word => (JsonNode?)JsonValue.Create(word)), Gen.Double.Where(double.IsFinite).Select(number => (JsonNode?)JsonValue.Create(number + 0.0)), Gen.Bool.Select(truth => (JsonNode?)JsonValue.Create(truth)), Gen.Const((JsonNode?)null));
        return depth > 3 ? scalar : Gen.OneOf(scalar, value.List[0, 4].Select(Items), Gen.Select(Words, value).List[0, 5].Select(Members));
    });

    [Fact]
    public void Canonicalising_twice_changes_nothing() => Values.Sample(value => CanonicalJson.Text(CanonicalJson.Text(value)) == CanonicalJson.Text(value));

    [Fact]
    public void The_value_is_kept() => Values.Sample(value => JsonNode.DeepEquals(JsonNode.Parse(CanonicalJson.Text(value)), value));

    [Fact]
    public void Nodes_elements_texts_and_indented_texts_have_one_form() => Values.Sample(value =>
    {
        var indented = JsonSerializer.Serialize(value, Indented);
        var form = CanonicalJson.Text(value);

        return CanonicalJson.Text(indented) == form && CanonicalJson.Text(JsonNode.Parse(indented)) == form && Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonSerializer.SerializeToElement(value))) == form;
    });

    [Fact]
    public void The_order_of_members_does_not_matter() => Gen.Select(Gen.Select(Words, Values).List[0, 8], Gen.Int).Sample((members, seed) =>
    {
        var distinct = members.DistinctBy(member => member.Item1).ToArray();
        var form = CanonicalJson.Text(Members(distinct));
        new Random(seed).Shuffle(distinct);

        return CanonicalJson.Text(Members(distinct)) == form;
    });

    private static JsonNode? Items(List<JsonNode?> items) => new JsonArray([.. items.Select(item => item?.DeepClone())]);

    private static JsonNode? Members(IEnumerable<(string Name, JsonNode? Value)> members) =>
        new JsonObject(members.DistinctBy(member => member.Name).Select(member => KeyValuePair.Create(member.Name, member.Value?.DeepClone())));
}

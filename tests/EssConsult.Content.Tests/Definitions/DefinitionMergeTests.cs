using System.Text.Json.Nodes;
using EssConsult.Content.Definitions;

namespace EssConsult.Content.Tests.Definitions;

public sealed class DefinitionMergeTests
{
    [Fact]
    public void Arrays_are_united_and_null_overwrites()
    {
        var merged = DefinitionRecords.MergeType(
            Parse("""{ "Name": "A", "DisplayName": "A", "Settings": { "BagPartSettings": { "ContainedContentTypes": ["X", "Y"], "DisplayType": "Grid" } } }"""),
            Parse("""{ "Name": "A", "DisplayName": "A", "Settings": { "BagPartSettings": { "ContainedContentTypes": ["Y", "Z"], "DisplayType": null } } }"""));

        merged["Settings"]!["BagPartSettings"]!.ToJsonString().ShouldBe("""{"ContainedContentTypes":["X","Y","Z"],"DisplayType":null}""");
    }

    [Fact]
    public void Without_a_display_name_the_types_settings_stay_as_they_were()
    {
        var merged = DefinitionRecords.MergeType(
            Parse("""{ "Name": "A", "DisplayName": "Un", "Settings": { "ContentTypeSettings": { "Creatable": true } } }"""),
            Parse("""{ "Name": "A", "Settings": { "ContentTypeSettings": { "Creatable": false } } }"""));

        merged["Settings"]!["ContentTypeSettings"]!["Creatable"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void Fields_that_are_not_listed_stay_and_unknown_settings_with_them()
    {
        var merged = DefinitionRecords.MergePart(
            Parse("""{ "Name": "A", "Settings": {}, "ContentPartFieldDefinitionRecords": [{ "FieldName": "YoutubeField", "Name": "Film", "Settings": { "OddSettings": { "x": 1 } } }] }"""),
            Parse("""{ "Name": "A", "Settings": {}, "ContentPartFieldDefinitionRecords": [{ "FieldName": "TextField", "Name": "Sous-titre", "Settings": {} }] }"""));

        var fields = merged["ContentPartFieldDefinitionRecords"]!.AsArray();
        fields.Select(field => field!["Name"]!.ToString()).ShouldBe(["Film", "Sous-titre"]);
        fields[0]!["Settings"]!["OddSettings"]!["x"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public void Positions_compare_number_by_number()
    {
        string[] positions = ["10", "2.1", "after", "2", "", "before"];

        positions.OrderBy(position => position, PositionOrder.Instance).ShouldBe(["before", "", "2", "2.1", "10", "after"]);
    }

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}

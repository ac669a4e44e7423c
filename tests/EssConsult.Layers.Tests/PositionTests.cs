using System.Text.Json.Nodes;
using EssConsult.Layers.Widgets;

namespace EssConsult.Layers.Tests;

public sealed class PositionTests
{
    [Fact]
    public void Positions_stand_in_the_order_of_the_formats()
    {
        string[] given = ["\"after\"", "2", "\"1.10\"", "10", "\"1.2\"", "\"before\"", "null", "1.5", "-1", "\"3\""];

        var ordered = given.OrderBy(text => WidgetPosition.Read(JsonNode.Parse(text)));

        ordered.ShouldBe(["\"before\"", "-1", "null", "\"1.2\"", "\"1.10\"", "1.5", "2", "\"3\"", "10", "\"after\""]);
    }

    [Theory]
    [InlineData("RawHtml", "raw-html")]
    [InlineData("Form", "form")]
    [InlineData("BeforeContent", "before-content")]
    [InlineData("My_Zone 2", "my-zone-2")]
    public void A_name_becomes_a_class(string name, string kebab) => ZoneDrawing.Kebab(name).ShouldBe(kebab);
}

using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;

namespace EssConsult.Content.Tests.Items;

public sealed class ContentJsonTests
{
    [Fact]
    public void Unknown_scalars_at_the_root_are_dropped_and_objects_kept_in_their_order()
    {
        var item = Parse("""{ "Id": 0, "ContentItemId": "a", "ContentType": "Page", "Note": "x", "Zebra": { "b": 1, "a": 2 }, "Terms": [{ "ContentItemId": "t" }], "TitlePart": { "Title": "Bonjour" }, "Alpha": {} }""").ReadContentItem();

        item.Content.Select(part => part.Key).ShouldBe(["Zebra", "Terms", "TitlePart", "Alpha"]);
        item.Content["Zebra"]!.ToJsonString().ShouldBe("""{"b":1,"a":2}""");
    }

    [Fact]
    public void An_item_written_and_read_again_is_the_same()
    {
        var json = Parse("""{ "ContentItemId": "ocwebsitehomelandingpage0", "ContentItemVersionId": "v", "ContentType": "Page", "DisplayText": "Où va l’ESS ?", "Latest": true, "Published": false, "Owner": "o", "Author": "a", "Odd": { "Deep": { "List": [1, "deux", null] } } }""");

        var written = json.ReadContentItem().WriteContentItem();

        foreach (var (key, value) in json)
        {
            JsonNode.DeepEquals(written[key], value).ShouldBeTrue(key);
        }
    }

    [Fact]
    public void An_item_without_a_type_is_refused() => Should.Throw<Kernel.Data.RuleException>(() => Parse("""{ "ContentItemId": "a" }""").ReadContentItem()).Code.ShouldBe("content.type-missing");

    [Fact]
    public void Putting_a_part_keeps_the_members_that_its_type_does_not_know()
    {
        var item = Parse("""{ "ContentType": "Page", "TitlePart": { "Title": "Un", "Subtitle": "Deux" } }""").ReadContentItem();

        item.Put(new TitlePart("Trois"));

        item.Content["TitlePart"]!.ToJsonString().ShouldBe("""{"Title":"Trois","Subtitle":"Deux"}""");
    }

    [Fact]
    public void Ids_have_Orchards_form()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => ContentId.New()).ToList();

        ids.ShouldAllBe(id => id.Length == 26 && id.All(letter => "0123456789abcdefghjkmnpqrstvwxyz".Contains(letter)));
        ids.ShouldAllBe(id => id[0] == '4' && "01234567rstvwxyz".Contains(id[13]));
        ids.Distinct().Count().ShouldBe(1000);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("false", false)]
    public void Settings_read_the_texts_that_recipe_expressions_give(string written, bool expected) =>
        ((JsonObject)JsonNode.Parse($$"""{ "ContentTypeSettings": { "Creatable": {{written}}, "Stereotype": 4 } }""")!).Read<ContentTypeSettings>()
            .ShouldBe(new ContentTypeSettings { Creatable = expected, Stereotype = "4" });

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}

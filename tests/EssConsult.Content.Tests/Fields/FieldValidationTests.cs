using EssConsult.Content.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace EssConsult.Content.Tests.Fields;

/// <summary>What each kind of field takes and refuses, by its settings.</summary>
public sealed class FieldValidationTests(Sites sites) : IClassFixture<Sites>
{
    [Theory]
    [InlineData("TextField", "\"Required\": true", "Text", "", false, null)]
    [InlineData("TextField", "\"MaxLength\": 5", "Text", "trop long", false, null)]
    [InlineData("TextField", "\"MinLength\": \"3\"", "Text", "ab", false, null)]
    [InlineData("TextField", "\"MinLength\": 3, \"MaxLength\": 5", "Text", " abcd ", true, "{\"Text\":\"abcd\"}")]
    [InlineData("NumericField", "\"Scale\": 2", "Value", "1 250,50", true, "{\"Value\":1250.50}")]
    [InlineData("NumericField", "\"Scale\": 2", "Value", "1,250.5", true, "{\"Value\":1250.5}")]
    [InlineData("NumericField", "\"Scale\": 0", "Value", "1,5", false, null)]
    [InlineData("NumericField", "\"Minimum\": 10", "Value", "9", false, null)]
    [InlineData("NumericField", "\"Maximum\": 10", "Value", "11", false, null)]
    [InlineData("NumericField", "", "Value", "beaucoup", false, null)]
    [InlineData("NumericField", "\"Required\": true", "Value", "", false, null)]
    [InlineData("BooleanField", "", "Value", "true", true, "{\"Value\":true}")]
    [InlineData("BooleanField", "\"Required\": true", "Asked", "1", false, null)]
    [InlineData("DateField", "", "Value", "2026-12-31", true, "{\"Value\":\"2026-12-31T00:00:00Z\"}")]
    [InlineData("DateField", "", "Value", "31/12/2026", true, "{\"Value\":\"2026-12-31T00:00:00Z\"}")]
    [InlineData("DateField", "", "Value", "demain", false, null)]
    [InlineData("DateTimeField", "", "Value", "2026-07-14T12:00", true, "{\"Value\":\"2026-07-14T10:00:00Z\"}")]
    [InlineData("DateTimeField", "", "Value", "2026-12-31T23:59", true, "{\"Value\":\"2026-12-31T22:59:00Z\"}")]
    [InlineData("LinkField", "\"LinkTextMode\": \"Url\"", "Url", "https://exemple.fr", true, "{\"Url\":\"https://exemple.fr\"}")]
    [InlineData("LinkField", "", "Url", "javascript:alert(1)", false, null)]
    [InlineData("LinkField", "", "Url", "//ailleurs.fr", false, null)]
    [InlineData("HtmlField", "", "Html", "<p onclick=\"x()\">Bonjour</p><script>x()</script>", true, "{\"Html\":\"<p>Bonjour</p>\"}")]
    [InlineData("MarkdownField", "\"Required\": true", "Markdown", "  ", false, null)]
    [InlineData("GeoPointField", "", "Latitude", "47,21", false, null)]
    [InlineData("GeoPointField", "", "Latitude", "95", false, null)]
    [InlineData("TaxonomyField", "\"TaxonomyContentItemId\": \"none\"", "TermContentItemIds", "unknown", false, null)]
    [InlineData("ContentPickerField", "", "Address", "nulle-part", false, null)]
    public async Task A_field_takes_what_its_settings_allow(string kind, string settings, string member, string posted, bool valid, string? stored)
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var type = await Sample.DefineAsync(site, Sample.Field(kind, "Champ", settings));

        var (item, errors) = await ReadAsync(site, type, new() { [$"{type}.Champ.{member}"] = posted });

        errors.IsValid.ShouldBe(valid);
        if (stored is not null)
        {
            item.Content[type]!["Champ"]!.ToJsonString(ContentItem.Json).ShouldBe(stored);
        }
        else
        {
            errors.Keys.ShouldContain(key => key.StartsWith($"{type}.Champ."));
        }
    }

    [Fact]
    public async Task A_predefined_list_takes_only_its_answers()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var type = await Sample.DefineAsync(site, $$"""
            { "FieldName": "TextField", "Name": "Champ", "Settings": { "ContentPartFieldSettings": { "Editor": "PredefinedList" }, "TextFieldPredefinedListEditorSettings": { "Options": [{ "name": "Oui", "value": "yes" }] } } }
            """);

        (await ReadAsync(site, type, new() { [$"{type}.Champ.Text"] = "yes" })).Errors.IsValid.ShouldBeTrue();
        (await ReadAsync(site, type, new() { [$"{type}.Champ.Text"] = "maybe" })).Errors.IsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task A_draft_may_lack_what_a_publication_needs()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var type = await Sample.DefineAsync(site, Sample.Field("TextField", "Champ", "\"Required\": true"));

        (await ReadAsync(site, type, new() { ["TitlePart.Title"] = "", [$"{type}.Champ.Text"] = "" }, new ContentFormOptions(Draft: true))).Errors.IsValid.ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_form_did_not_ask_for_and_members_nobody_knows_stay()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var type = await Sample.DefineAsync(site, Sample.Field("TextField", "Un") + "," + Sample.Field("TextField", "Deux") + "," + Sample.Field("YoutubeField", "Film"));
        var item = new ContentItem { ContentItemId = "x", ContentItemVersionId = "x", ContentType = type };
        item.Content[type] = System.Text.Json.Nodes.JsonNode.Parse("""{ "Un": { "Text": "a", "Odd": 1 }, "Deux": { "Text": "b" }, "Film": { "RawAddress": "r" }, "Unknown": { "x": [1] } }""");
        item.Content["StrangePart"] = System.Text.Json.Nodes.JsonNode.Parse("""{ "Keep": true }""");

        await ReadAsync(site, item, new() { [$"{type}.Un.Text"] = "nouveau" }, new ContentFormOptions(Draft: true));

        item.Content[type]!.ToJsonString(ContentItem.Json).ShouldBe("""{"Un":{"Text":"nouveau","Odd":1},"Deux":{"Text":"b"},"Film":{"RawAddress":"r"},"Unknown":{"x":[1]}}""");
        item.Content["StrangePart"]!.ToJsonString().ShouldBe("""{"Keep":true}""");
    }

    private static async Task<(ContentItem Item, ModelStateDictionary Errors)> ReadAsync(Site site, string type, Dictionary<string, StringValues> posted, ContentFormOptions? options = null)
    {
        var item = new ContentItem { ContentItemId = "x", ContentItemVersionId = "x", ContentType = type };
        posted.TryAdd("TitlePart.Title", "Un titre");
        return (item, await ReadAsync(site, item, posted, options ?? new ContentFormOptions()));
    }

    private static async Task<ModelStateDictionary> ReadAsync(Site site, ContentItem item, Dictionary<string, StringValues> posted, ContentFormOptions options)
    {
        var errors = new ModelStateDictionary();
        await site.UseAsync<IContentForm>(form => form.ReadAsync(item, new FormCollection(posted), errors, options, default));
        return errors;
    }
}

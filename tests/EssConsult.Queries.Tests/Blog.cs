using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Queries.Running;
using EssConsult.Queries.Stored;

namespace EssConsult.Queries.Tests;

/// <summary>Posts, notes and a page that lists them, on a running site, by a recipe as somebody would write it.</summary>
internal static class Blog
{
    public const string Definitions = """
        { "name": "ContentDefinition",
          "ContentTypes": [
            { "Name": "Post", "DisplayName": "Billet", "Settings": { "ContentTypeSettings": { "Listable": true, "Draftable": true, "Versionable": true, "Securable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" }, { "PartName": "Post", "Name": "Post" }, { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart" } ] },
            { "Name": "Note", "DisplayName": "Note", "Settings": { "ContentTypeSettings": { "Listable": true, "Draftable": true, "Securable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" } ] },
            { "Name": "Listing", "DisplayName": "Liste", "Settings": { "ContentTypeSettings": { "Listable": true, "Securable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" } ] } ],
          "ContentParts": [
            { "Name": "Post", "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TextField", "Name": "Subtitle" }, { "FieldName": "NumericField", "Name": "Rank" }, { "FieldName": "BooleanField", "Name": "OnTop" }, { "FieldName": "DateField", "Name": "Day" } ] } ] }
        """;

    public static JsonObject Step(string json) => JsonNode.Parse(json)!.AsObject();

    public static JsonObject Queries(params string[] queries) => new() { ["name"] = "Queries", ["Queries"] = new JsonArray([.. queries.Select(query => JsonNode.Parse(query))]) };

    public static string Query(string name, string source, string template, bool items = true, string? index = null) =>
        new JsonObject { ["Source"] = source, ["Name"] = name, ["Template"] = template, ["ReturnContentItems"] = items, ["Index"] = index }.ToJsonString();

    public static JsonObject Post(string title, int rank = 0, string subtitle = "", string body = "", bool onTop = false, string day = "2027-01-01", bool published = true) => Item("Post", title, new JsonObject
    {
        ["Post"] = new JsonObject { ["Subtitle"] = new JsonObject { ["Text"] = subtitle }, ["Rank"] = new JsonObject { ["Value"] = rank }, ["OnTop"] = new JsonObject { ["Value"] = onTop }, ["Day"] = new JsonObject { ["Value"] = day } },
        ["HtmlBodyPart"] = new JsonObject { ["Html"] = body },
    }, published);

    public static JsonObject Note(string title, string? owner = null)
    {
        var note = Item("Note", title, []);
        note["Owner"] = owner;
        return note;
    }

    public static JsonObject Listing(string path) => Item("Listing", "Liste", new JsonObject { ["AutoroutePart"] = new JsonObject { ["Path"] = path } });

    public static JsonObject Template(string liquid) => new() { ["name"] = "Templates", ["Templates"] = new JsonObject { ["Content__Listing"] = new JsonObject { ["Content"] = liquid } } };

    public static JsonObject Content(params JsonObject[] items) => new() { ["name"] = "content", ["data"] = new JsonArray([.. items]) };

    /// <summary>Plays a recipe by the command line; it must end without a failed step unless <paramref name="fails"/>.</summary>
    public static async Task<string> PlayAsync(this Site site, bool fails, params JsonObject[] steps)
    {
        var file = Path.Combine(site.Folder, $"{Guid.NewGuid():N}.recipe.json");
        await File.WriteAllTextAsync(file, new JsonObject { ["name"] = "queries", ["steps"] = new JsonArray([.. steps]) }.ToJsonString());
        var (code, output) = await site.CommandAsync("recipe run", file);
        code.ShouldBe(fails ? 1 : 0, output);
        await site.CatchUpAsync();
        return output;
    }

    public static Task<string> PlayAsync(this Site site, params JsonObject[] steps) => site.PlayAsync(fails: false, steps);

    /// <summary>Runs what nobody stored, for the site as a whole.</summary>
    public static Task<QueryResult> RunAsync(this Site site, string source, string template, string parameters = "{}", bool items = false, string? index = null) =>
        site.UseAsync<QueryRunner, QueryResult>(runner => runner.RunAsync(new StoredQuery("test", source, template, index, items), QueryParameters.Parse(parameters), Sight.Site, TestContext.Current.CancellationToken));

    public static async Task<IReadOnlyList<string>> TitlesAsync(this Site site, string source, string template, string parameters = "{}", string? index = null) =>
        [.. (await site.RunAsync(source, template, parameters, items: true, index)).Items.Select(item => item.DisplayText!)];

    public static Task<RuleException> RefusedAsync(this Site site, string source, string template, string parameters = "{}", string? index = null) =>
        Should.ThrowAsync<RuleException>(() => site.RunAsync(source, template, parameters, index: index));

    private static JsonObject Item(string type, string title, JsonObject parts, bool published = true)
    {
        var item = new JsonObject
        {
            ["ContentItemId"] = $"4{Guid.NewGuid():N}"[..26], ["ContentItemVersionId"] = $"4{Guid.NewGuid():N}"[..26], ["ContentType"] = type, ["DisplayText"] = title, ["Latest"] = true, ["Published"] = published,
            ["CreatedUtc"] = "2027-01-05T10:00:00Z", ["PublishedUtc"] = published ? "2027-01-06T10:00:00Z" : null, ["TitlePart"] = new JsonObject { ["Title"] = title },
        };
        foreach (var (name, part) in parts)
        {
            item[name] = part?.DeepClone();
        }

        return item;
    }
}

/// <summary>A site whose visitors may read what is published.</summary>
public sealed class BlogSites() : Sites(new SiteOptions { Recipe = "ess-roadmap" });

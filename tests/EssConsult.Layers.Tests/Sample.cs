using System.IO.Compression;
using System.Text.Json.Nodes;

namespace EssConsult.Layers.Tests;

/// <summary>Layers and widgets as recipes state them.</summary>
internal static class Sample
{
    private static int number;

    /// <summary>A condition of Orchard's: <c>Is("RoleCondition", Text("Equals", "Editor"))</c>.</summary>
    public static JsonObject Is(string name, JsonObject? members = null)
    {
        var json = new JsonObject { ["$type"] = $"OrchardCore.Rules.Models.{name}, OrchardCore.Rules", ["Name"] = name, ["ConditionId"] = $"4condition{Interlocked.Increment(ref number)}" };
        foreach (var (key, value) in members ?? [])
        {
            json[key] = value?.DeepClone();
        }

        return json;
    }

    public static JsonObject Text(string operation, string value, bool caseSensitive = false) => new()
    {
        ["Value"] = value,
        ["Operation"] = new JsonObject { ["$type"] = $"OrchardCore.Rules.Models.String{operation}Operator, OrchardCore.Rules", ["CaseSensitive"] = caseSensitive },
    };

    public static JsonObject Value(bool value) => new() { ["Value"] = value };

    public static JsonObject Group(params JsonObject[] conditions) => new() { ["Conditions"] = new JsonArray([.. conditions.Select(condition => condition.DeepClone())]) };

    public static JsonObject ALayer(string name, params JsonObject[] conditions) => new()
    {
        ["Name"] = name, ["Description"] = $"Couche {name}", ["LayerRule"] = new JsonObject { ["ConditionId"] = $"4rule{Interlocked.Increment(ref number)}", ["Conditions"] = new JsonArray([.. conditions]) },
    };

    public static JsonObject Always(string name) => ALayer(name, Is("BooleanCondition", Value(true)));

    public static JsonObject Widget(string id, string title, string layer, string zone = "Footer", JsonNode? position = null, string version = "1", string type = "TextWidget", string text = "Le texte du bloc.", bool renderTitle = true) => new()
    {
        ["ContentItemId"] = id, ["ContentItemVersionId"] = $"{id}v{version}", ["ContentType"] = type, ["DisplayText"] = title, ["Latest"] = true, ["Published"] = true,
        ["TitlePart"] = new JsonObject { ["Title"] = title }, ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = text },
        ["LayerMetadata"] = new JsonObject { ["RenderTitle"] = renderTitle, ["Position"] = position ?? 1, ["Zone"] = zone, ["Layer"] = layer },
    };

    public static JsonObject TheLayers(params JsonObject[] layers) => new() { ["name"] = "Layers", ["Layers"] = new JsonArray([.. layers]) };

    public static JsonObject Items(params JsonObject[] items) => new() { ["name"] = "Content", ["data"] = new JsonArray([.. items]) };

    /// <summary>Plays a recipe by the command line and waits until pages know.</summary>
    /// <returns>What the command said.</returns>
    public static async Task<string> PlayAsync(this Site site, params JsonObject[] steps)
    {
        var (code, output) = await site.TryAsync(steps);
        code.ShouldBe(0, output);
        return output;
    }

    public static async Task<(int ExitCode, string Output)> TryAsync(this Site site, params JsonObject[] steps)
    {
        var file = Path.Combine(site.Folder, $"{Guid.NewGuid():N}.recipe.json");
        await File.WriteAllTextAsync(file, new JsonObject { ["name"] = "layers", ["steps"] = new JsonArray([.. steps]) }.ToJsonString());
        var answer = await site.CommandAsync("recipe run", file);
        await site.CatchUpAsync();
        return answer;
    }

    /// <summary>The recipe of an export of the whole site.</summary>
    public static async Task<string> ExportAsync(this Site site)
    {
        var file = Path.Combine(site.Folder, $"{Guid.NewGuid():N}.zip");
        (await site.CommandAsync("recipe export", file)).ExitCode.ShouldBe(0);
        await using var zip = await ZipFile.OpenReadAsync(file);
        using var recipe = new StreamReader(await zip.GetEntry("Recipe.json")!.OpenAsync());
        return await recipe.ReadToEndAsync();
    }

    public static JsonObject Step(this string recipe, string name) => JsonNode.Parse(recipe)!["steps"]!.AsArray().OfType<JsonObject>().Single(step => step["name"]!.ToString() == name);

    public static IReadOnlyList<string> Titles(this Page page, string zone = "footer") => page.Texts($".zone-{zone} > .widget > .widget-title");
}

/// <summary>A site with its pages, roles and démarche.</summary>
public sealed class LayerSites() : Sites(new SiteOptions { Recipe = "ess-roadmap" });

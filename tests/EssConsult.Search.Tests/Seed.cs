using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;

namespace EssConsult.Search.Tests;

/// <summary>Types and items of the repository's recipes, and contributions that a test writes itself.</summary>
internal static partial class Seed
{
    /// <summary>Takes roles, definitions and content of a recipe into the site.</summary>
    public static async Task RecipeAsync(this Site site, string name)
    {
        var recipe = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "recipes", name + ".recipe.json")))!;
        foreach (var step in recipe["steps"]!.AsArray().OfType<JsonObject>())
        {
            if (step["name"]!.ToString() == "ContentDefinition")
            {
                await site.SaveAsync<IContentDefinitions>(types => types.MergeAsync(step["ContentTypes"]!.AsArray(), step["ContentParts"]!.AsArray(), replace: false, CancellationToken.None));
            }
            else if (step["name"]!.ToString() == "Roles")
            {
                await site.SaveAsync<IRoles>(async roles =>
                {
                    foreach (var role in step["Roles"]!.AsArray())
                    {
                        await roles.UpsertAsync(role!["Name"]!.ToString(), null, [.. role["Permissions"]!.AsArray().Select(permission => permission!.ToString())], PermissionBehavior.Replace, "tests", CancellationToken.None);
                    }
                });
            }
            else if (step["name"]!.ToString() == "Content")
            {
                await site.SaveAsync<IContentStore>(async store =>
                {
                    foreach (var item in step["data"]!.AsArray().OfType<JsonObject>())
                    {
                        await store.ImportAsync(Evaluated(item, site.Clock.GetUtcNow().UtcDateTime).ReadContentItem(), CancellationToken.None);
                    }
                });
            }
        }

        await site.CatchUpAsync();
    }

    public static async Task<string> ContributionAsync(this Site site, string title, string body, Action<ContentItem>? more = null, bool publish = true)
    {
        var id = string.Empty;
        await site.SaveAsync<IContentStore>(store =>
        {
            var item = store.New("Contribution", "4owner", "Camille T.");
            id = item.ContentItemId;
            item.Put(new TitlePart(title));
            item.Put(new MarkdownBodyPart(body));
            more?.Invoke(item);
            return publish ? store.PublishAsync(item, CancellationToken.None) : store.SaveDraftAsync(item, CancellationToken.None);
        });
        await site.CatchUpAsync();
        return id;
    }

    /// <summary>Uses a service and saves what it staged.</summary>
    public static async Task SaveAsync<TService>(this Site site, Func<TService, Task> work)
        where TService : notnull
    {
        await site.UseAsync<IServiceProvider>(async services =>
        {
            await work((TService)services.GetService(typeof(TService))!);
            await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
        });
    }

    /// <summary>The dates of the recipe, as far before now as it says; other expressions become empty.</summary>
    private static JsonObject Evaluated(JsonObject item, DateTime now)
    {
        var text = Expression().Replace(item.ToJsonString(), found =>
        {
            var days = found.Groups["days"] is { Success: true, Value: var number } ? double.Parse(number.Replace(" ", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0;
            return found.Value.Contains("parameters", StringComparison.Ordinal) ? "\"\"" : $"\"{now.AddDays(days):O}\"";
        });
        return (JsonObject)JsonNode.Parse(text)!;
    }

    [GeneratedRegex("""
        "\[js:(?:[^"]*?Date\.now\(\) (?<days>[-+] [0-9.]+)\*864e5)?[^"]*\]"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Expression();
}

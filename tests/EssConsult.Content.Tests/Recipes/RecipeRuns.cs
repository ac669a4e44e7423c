using EssConsult.Content.Recipes;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Tests.Recipes;

internal static class RecipeRuns
{
    /// <summary>Runs a recipe given as JSON and reads back the report that was stored.</summary>
    public static async Task<RecipeRun> PlayAsync(this Site site, string json, string? folder = null)
    {
        var recipe = RecipeReader.Read(json, "test", folder is null ? null : new RecipeFolder(folder, folder));
        return await site.PlayAsync(recipe);
    }

    public static async Task<RecipeRun> PlayAsync(this Site site, Recipe recipe)
    {
        var run = await site.Services.GetRequiredService<RecipeExecutor>().RunAsync(recipe, RecipeRequest.ByCommand("test"), TestContext.Current.CancellationToken);
        return await site.InDatabaseAsync(db => db.Set<RecipeRun>().Include(row => row.Steps).SingleAsync(row => row.Id == run.Id));
    }

    /// <summary>« Content Done 3 0 »: each step's name, outcome and counts.</summary>
    public static IEnumerable<string> Reports(this RecipeRun run) =>
        run.Steps.OrderBy(step => step.Position).Select(step => string.Join(' ', [step.Name, step.Outcome.ToString(), .. step.Values]));
}

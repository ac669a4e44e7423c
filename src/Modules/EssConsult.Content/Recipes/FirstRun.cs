using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Content.Recipes;

/// <summary>
/// On an empty database, plays the roadmap and, in Development, the demo. <c>--recipe NAME,NAME</c> chooses others,
/// <c>--recipe none</c> leaves the site empty.
/// </summary>
internal sealed class FirstRun(SiteDb db, RecipeExecutor executor, RecipeLibrary library, IConfiguration configuration, IHostEnvironment environment, SiteConsole console) : IAtStart
{
    public int Order => 100;

    public async Task StartAsync(CancellationToken ct)
    {
        if (await IsSetUpAsync(ct))
        {
            return;
        }

        foreach (var recipe in Chosen())
        {
            await console.Output.WriteLineAsync($"{recipe.DisplayName} ({recipe.Name})");
            var run = await executor.RunAsync(recipe, RecipeRequest.ByCommand("first-run") with { Progress = RecipeProgress.ToAsync(console.Output) }, ct);
            if (run.Outcome == RecipeStepOutcome.Failed)
            {
                await console.Errors.WriteLineAsync("Le premier démarrage n’est pas allé au bout : corrigez le modèle de site et rejouez-le par « recipe run ».");
                return;
            }
        }
    }

    /// <summary>A run that a crash cut short is begun again: what it had done is left alone.</summary>
    private async Task<bool> IsSetUpAsync(CancellationToken ct) =>
        !await db.Set<RecipeRun>().AnyAsync(run => run.EndedUtc == null, ct)
        && (await db.Set<RecipeRun>().AnyAsync(ct) || await db.Set<ContentRow>().AnyAsync(ct));

    private IEnumerable<Recipe> Chosen() => configuration["recipe"] switch
    {
        "none" => [],
        { Length: > 0 } names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(library.Get),
        _ when environment.IsDevelopment() => [library.Get("ess-roadmap"), library.Get("demo")],
        _ => [library.Get("ess-roadmap")],
    };
}

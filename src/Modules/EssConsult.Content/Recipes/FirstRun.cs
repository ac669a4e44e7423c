using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Content.Recipes;

/// <summary>
/// On an empty database, plays the roadmap and, in Development, the demo. <c>--recipe NAME,NAME</c> chooses others,
/// <c>--recipe none</c> leaves the site empty.
/// </summary>
internal sealed class FirstRun(SiteDb db, RecipeExecutor executor, RecipeLibrary library, IConfiguration configuration, IHostEnvironment environment, SiteConsole console, TimeProvider clock) : IAtStart
{
    private const string Actor = "first-run";

    public int Order => 100;

    public async Task StartAsync(CancellationToken ct)
    {
        if (await IsSetUpAsync(ct))
        {
            return;
        }

        var begun = clock.UtcNow();
        await PlayAsync(ct);
        await EndOrphansAsync(begun, ct);
    }

    private async Task PlayAsync(CancellationToken ct)
    {
        foreach (var recipe in Chosen())
        {
            await console.Output.WriteLineAsync($"{recipe.DisplayName} ({recipe.Name})");
            var run = await executor.RunAsync(recipe, RecipeRequest.ByCommand(Actor) with { Progress = RecipeProgress.ToAsync(console.Output) }, ct);
            if (run.Outcome == RecipeStepOutcome.Failed)
            {
                await console.Errors.WriteLineAsync("Le premier démarrage n’est pas allé au bout : corrigez le modèle de site et rejouez-le par « recipe run ».");
                return;
            }
        }
    }

    /// <summary>A first run that a crash cut short is begun again; any other is left alone, for the site has lived since.</summary>
    private async Task<bool> IsSetUpAsync(CancellationToken ct) =>
        !await db.Set<RecipeRun>().AnyAsync(run => run.ActorId == Actor && run.EndedUtc == null, ct)
        && (await db.Set<RecipeRun>().AnyAsync(ct) || await db.Set<ContentRow>().AnyAsync(ct));

    /// <summary>What a crash cut short has been played again, or never will be: the next start must not find it.</summary>
    private async Task EndOrphansAsync(DateTime begun, CancellationToken ct)
    {
        foreach (var orphan in await db.Set<RecipeRun>().Where(run => run.EndedUtc == null && run.StartedUtc < begun).ToListAsync(ct))
        {
            (orphan.EndedUtc, orphan.Outcome) = (clock.UtcNow(), RecipeStepOutcome.Failed);
        }

        await db.SaveChangesAsync(ct);
    }

    private IEnumerable<Recipe> Chosen() => configuration["recipe"] switch
    {
        "none" => [],
        { Length: > 0 } names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(library.Get),
        _ when environment.IsDevelopment() => [library.Get("ess-roadmap"), library.Get("demo")],
        _ => [library.Get("ess-roadmap")],
    };
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Content.Recipes;

/// <summary>Runs a recipe's steps one by one, each in a transaction of its own, and keeps a report of each. A failing step ends the run.</summary>
internal sealed class RecipeExecutor(IServiceScopeFactory scopes, RecipeGlobals globals, RecipeStepRunner steps, IHostEnvironment environment, TimeProvider clock)
{
    private const int MaxDepth = 8;

    /// <exception cref="RuleException">The recipe may not run here.</exception>
    public async Task<RecipeRun> RunAsync(Recipe recipe, RecipeRequest request, CancellationToken ct)
    {
        if (recipe.IsDemo && environment.IsProduction())
        {
            throw new RuleException("recipe.demo", "Un modèle de démonstration ne se joue pas sur un site en production.");
        }

        if (request.Depth > MaxDepth)
        {
            throw new RuleException("recipe.depth", "Ces modèles de site s’appellent l’un l’autre sans fin.");
        }

        var run = await BeginAsync(recipe, request, ct);
        using var scripts = new RecipeScripts(recipe, request.Parameters, globals, clock, ct);
        var outcome = RecipeStepOutcome.Done;
        foreach (var (position, step) in recipe.Steps.Index())
        {
            var (report, inner) = await steps.RunAsync(step, recipe, scripts, run, position, ct);
            run.Steps.Add(report);
            await request.Progress(recipe, report);
            outcome = Worse(outcome, report.Outcome);
            foreach (var asked in inner)
            {
                outcome = Worse(outcome, (await RunAsync(asked, request with { Depth = request.Depth + 1 }, ct)).Outcome!.Value);
            }

            if (outcome == RecipeStepOutcome.Failed)
            {
                break;
            }
        }

        await EndAsync(run, outcome, ct);
        return run;
    }

    /// <summary>A run in which a step was ignored is partial.</summary>
    private static RecipeStepOutcome Worse(RecipeStepOutcome soFar, RecipeStepOutcome step) => (soFar, step) switch
    {
        (RecipeStepOutcome.Failed, _) or (_, RecipeStepOutcome.Failed) => RecipeStepOutcome.Failed,
        (RecipeStepOutcome.Done, RecipeStepOutcome.Done) => RecipeStepOutcome.Done,
        _ => RecipeStepOutcome.Partial,
    };

    private async Task<RecipeRun> BeginAsync(Recipe recipe, RecipeRequest request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var run = new RecipeRun { Name = recipe.Name, DisplayName = recipe.DisplayName, ActorId = request.ActorId, StartedUtc = clock.UtcNow() };
        db.Add(run);
        db.Audit(new AuditEntry("recipe.run", run.Id.ToString(), request.ActorId, new { recipe.Name, recipe.Version }));
        await db.SaveChangesAsync(ct);
        return run;
    }

    private async Task EndAsync(RecipeRun run, RecipeStepOutcome outcome, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var row = await db.FindAsync<RecipeRun>([run.Id], ct);
        (row!.EndedUtc, row.Outcome) = (clock.UtcNow(), outcome);
        (run.EndedUtc, run.Outcome) = (row.EndedUtc, row.Outcome);
        await db.SaveChangesAsync(ct);
    }
}

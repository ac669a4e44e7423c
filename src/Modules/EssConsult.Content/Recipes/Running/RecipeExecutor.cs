using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Recipes;

/// <summary>Runs a recipe's steps one by one, each in a transaction of its own, and keeps a report of each. A failing step ends the run.</summary>
internal sealed class RecipeExecutor(IServiceScopeFactory scopes, RecipeGlobals globals, RecipeStepRunner steps, RecipeGate gate, SiteSettings settings, TimeProvider clock)
{
    /// <exception cref="RuleException">The recipe may not run here.</exception>
    public async Task<RecipeRun> RunAsync(Recipe recipe, RecipeRequest request, CancellationToken ct)
    {
        gate.Require(recipe, request.Depth);
        var run = await BeginAsync(recipe, request, ct);
        var outcome = RecipeStepOutcome.Failed;
        try
        {
            outcome = await PlayAsync(run, recipe, request, ct);
        }
        finally
        {
            // Only a process that dies leaves a run without an end.
            await EndAsync(run, outcome, CancellationToken.None);
        }

        return run;
    }

    private async Task<RecipeStepOutcome> PlayAsync(RecipeRun run, Recipe recipe, RecipeRequest request, CancellationToken ct)
    {
        using var scripts = new RecipeScripts(recipe, request.WithSite(settings), globals, clock, ct);
        var outcome = RecipeStepOutcome.Done;
        foreach (var (position, step) in recipe.Steps.Index())
        {
            var (report, inner) = await steps.RunAsync(step, recipe, scripts, run, new RecipePlace(position, request.Depth), ct);
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

        return outcome;
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

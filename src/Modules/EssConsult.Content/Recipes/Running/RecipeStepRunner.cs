using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Content.Definitions;
using EssConsult.Content.Recipes.Keeping;
using EssConsult.Kernel.Scripting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EssConsult.Content.Recipes;

/// <param name="Position">The step's, in its recipe.</param>
/// <param name="Depth">How many recipes lie around that recipe.</param>
internal readonly record struct RecipePlace(int Position, int Depth);

/// <summary>Runs one step in a new scope: its changes and its report commit together.</summary>
internal sealed partial class RecipeStepRunner(IServiceScopeFactory scopes, FeatureSwitch features, SiteSettings settings, DefinitionBook definitions, ILogger<RecipeStepRunner> log)
{
    public async Task<(RecipeRunStep Report, IReadOnlyList<Recipe> Inner)> RunAsync(
        JsonObject step, Recipe recipe, RecipeScripts scripts, RecipeRun run, RecipePlace place, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var name = step.AnyText("name") ?? "?";
        RecipeRunStep Row(RecipeStepReport report) => new()
        {
            RunId = run.Id,
            Position = place.Position,
            Name = name,
            Outcome = report.Outcome,
            Sentence = report.Sentence,
            Values = [.. report.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty)],
            Milliseconds = (int)watch.ElapsedMilliseconds,
        };

        RecipeStepReport failed;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
            var known = scope.ServiceProvider.GetServices<IRecipeStep>().FirstOrDefault(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            var isOff = known is not null && !features.IsEnabled(known.GetType().Assembly.GetName().Name!);

            // Before this writer's turn: an expression that signs something may have to store the site's first key.
            var evaluated = isOff ? step : step.Evaluated(scripts.Evaluate);
            await using var write = await db.BeginWriteAsync(ct);
            var report = isOff ? new RecipeStepReport(RecipeStepOutcome.Ignored, "Le module qui connaît cette étape est éteint.")
                : known is null ? await scope.ServiceProvider.GetRequiredService<UnknownStep>().KeepAsync(name, evaluated, ct)
                : await known.RunAsync(evaluated, Context(recipe, run, place.Depth), ct);
            await db.SaveChangesAsync(ct);
            var done = Row(report);
            db.Add(done);
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
            return (done, scope.ServiceProvider.GetRequiredService<InnerRecipes>().Asked);
        }
        catch (RuleException broken)
        {
            failed = new RecipeStepReport(RecipeStepOutcome.Failed, broken.Message, broken.Values);
        }
        catch (Exception error) when (error is ScriptException or JsonException or FormatException or InvalidOperationException or ArgumentException or IOException or DbUpdateException)
        {
            failed = new RecipeStepReport(RecipeStepOutcome.Failed, "Erreur dans cette étape : {0}", error.Message);
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Broken(name, recipe.Name, bug);
            failed = new RecipeStepReport(RecipeStepOutcome.Failed, "Erreur dans cette étape : {0}", bug.Message);
        }
        finally
        {
            // What a step changed, or a rollback took back, is in this node's memory before the next step reads it.
            await settings.ResumeAsync(ct);
            await features.ResumeAsync(ct);
            await definitions.LoadAsync(ct);
        }

        var row = Row(failed);
        await KeepAsync(row, ct);
        return (row, []);
    }

    private static RecipeContext Context(Recipe recipe, RecipeRun run, int depth) => new(recipe.Name, recipe.Folder?.Path, run.ActorId) { Files = recipe.Folder, IsSetup = recipe.IsSetup, Depth = depth };

    private async Task KeepAsync(RecipeRunStep row, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        db.Add(row);
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(LogLevel.Error, "The step {Step} of the recipe {Recipe} failed.")]
    private partial void Broken(string step, string recipe, Exception bug);
}

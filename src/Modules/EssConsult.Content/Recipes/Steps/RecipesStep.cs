using System.Text.Json.Nodes;

namespace EssConsult.Content.Recipes.Steps;

/// <summary><c>Recipes</c>: other recipes, by name, run right after this step.</summary>
internal sealed class RecipesStep(RecipeLibrary library, RecipeGate gate, InnerRecipes inner) : IRecipeStep
{
    public string Name => "Recipes";

    public Task<RecipeStepReport> RunAsync(JsonObject step, RecipeContext context, CancellationToken ct)
    {
        var names = step.AnyObjects("Values").Select(value => value.AnyText("name")).OfType<string>().ToList();
        foreach (var recipe in names.Select(library.Get))
        {
            gate.Require(recipe, context.Depth + 1);
            inner.Asked.Add(recipe);
        }

        return Task.FromResult(new RecipeStepReport(RecipeStepOutcome.Done, "Modèles joués ensuite : {0}.", string.Join(", ", names)));
    }
}

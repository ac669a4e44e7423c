using EssConsult.Content.Recipes;
using EssConsult.Content.Recipes.Planning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Recipes;

[RequirePermission(Permissions.ManageRecipes)]
internal sealed class PlayRecipeModel(RecipeLibrary library, RecipePlan plan, RecipeExecutor executor, CurrentPerson person) : PageModel
{
    public Recipe Recipe { get; private set; } = null!;

    public IReadOnlyList<PlannedStep> Plan { get; private set; } = [];

    public IActionResult OnGet(string name) => Read(name) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string name)
    {
        if (!Read(name))
        {
            return NotFound();
        }

        // A closed tab must not leave the site half made.
        var run = await executor.RunAsync(Recipe, RecipeRequest.By(person), CancellationToken.None);
        return LocalRedirect(Url.Content($"~/admin/modeles/rapports/{run.Id}"));
    }

    private bool Read(string name)
    {
        if (library.Find(name) is not { } recipe)
        {
            return false;
        }

        (Recipe, Plan) = (recipe, plan.Of(recipe));
        return true;
    }
}

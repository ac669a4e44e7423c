using EssConsult.Content.Recipes;
using EssConsult.Content.Recipes.Planning;
using EssConsult.Content.Recipes.Upload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Recipes;

[RequirePermission(Permissions.ManageRecipes)]
internal sealed class PlayUploadModel(RecipeUploads uploads, RecipePlan plan) : PageModel, IReloadsForm
{
    public Recipe Recipe { get; private set; } = null!;

    public IReadOnlyList<PlannedStep> Plan { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await uploads.PeekAsync(id, ct) is not { } recipe)
        {
            return NotFound();
        }

        (Recipe, Plan) = (recipe, plan.Of(recipe));
        return Page();
    }

    public async Task ReloadAsync(CancellationToken ct) => await OnGetAsync(Guid.Parse((string)RouteData.Values["id"]!), ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => await uploads.RunAsync(id, ct) is { } run
        ? LocalRedirect(Url.Content($"~/admin/modeles/rapports/{run.Id}"))
        : NotFound();
}

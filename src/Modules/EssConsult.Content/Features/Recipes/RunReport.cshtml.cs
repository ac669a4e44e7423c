using EssConsult.Content.Recipes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Recipes;

[RequirePermission(Permissions.ManageRecipes)]
internal sealed class RunReportModel(SiteDb db) : PageModel
{
    public RecipeRun Run { get; private set; } = null!;

    public IEnumerable<RecipeRunStep> Steps => Run.Steps.OrderBy(step => step.Position);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<RecipeRun>().AsNoTracking().Include(run => run.Steps).FirstOrDefaultAsync(run => run.Id == id, ct) is not { } run)
        {
            return NotFound();
        }

        Run = run;
        return Page();
    }
}

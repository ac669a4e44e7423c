using EssConsult.Content.Recipes.Keeping;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Kept;

/// <summary>What recipes brought that this site keeps as it came: to be looked at, and let go.</summary>
[RequirePermission(Permissions.ManageRecipes)]
internal sealed class KeptRecordsModel(SiteDb db, KeptStore store, CurrentPerson person) : PageModel
{
    private const int PageSize = 50;

    public int Number { get; private set; } = 1;

    public string? Step { get; private set; }

    public IReadOnlyList<(string Step, int Count)> Steps { get; private set; } = [];

    internal IReadOnlyList<KeptRecord> Records { get; private set; } = [];

    public bool HasMore { get; private set; }

    public static bool IsUsed(string step) => KeptSteps.All.Any(shape => shape.Step == step && shape.IsUsed);

    public async Task OnGetAsync([FromQuery(Name = "etape")] string? step, [FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        (Step, Number) = (string.IsNullOrEmpty(step) ? null : step, Math.Clamp(number, 1, 10_000));
        Steps = [.. (await db.Set<KeptRecord>().GroupBy(record => record.Step).Select(records => new { records.Key, Count = records.Count() }).ToListAsync(ct)).OrderBy(row => row.Key, StringComparer.OrdinalIgnoreCase).Select(row => (row.Key, row.Count))];
        var rows = db.Set<KeptRecord>().AsNoTracking().Where(record => Step == null || record.Step == Step);
        var found = await rows.OrderBy(record => record.Step).ThenBy(record => record.Position).ThenBy(record => record.Key).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Records, HasMore) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }

    public async Task<IActionResult> OnPostDeleteAsync([FromForm] string step, [FromForm] string? key, CancellationToken ct)
    {
        if (await store.DeleteAsync(step, key ?? string.Empty, ct))
        {
            db.Audit(new AuditEntry("recipe.kept-delete", step, person.RequiredId));
            await db.SaveChangesAsync(ct);
        }

        return LocalRedirect(Url.Content("~/admin/modeles/gardes?supprime"));
    }
}

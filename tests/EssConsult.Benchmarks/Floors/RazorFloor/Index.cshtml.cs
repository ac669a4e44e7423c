using EssConsult.Benchmarks.Floors.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Benchmarks.Floors.RazorFloor;

internal sealed class IndexModel(FloorDb db) : PageModel
{
    public const int Rows = 20;

    public IReadOnlyList<Contribution> Contributions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Contributions = await db.Contributions.AsNoTracking().OrderByDescending(row => row.PublishedAt).Take(Rows).ToListAsync(ct);
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Door;

/// <summary>The events of the days around: what a device opens first.</summary>
[RequirePermission(Permissions.CheckIn)]
internal sealed class DoorsModel(SiteDb db, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<EventRow> Events { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (since, until) = (clock.UtcNow().AddDays(-1), clock.UtcNow().AddDays(7));
        Events = await db.Set<EventRow>().AsNoTracking().Where(row => row.Published && row.EndsUtc >= since && row.StartsUtc <= until).OrderBy(row => row.StartsUtc).ThenBy(row => row.ContentItemId).Take(Most).ToListAsync(ct);
    }
}

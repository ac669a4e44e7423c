using EssConsult.Prize.Editions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Editions;

/// <summary>Every edition, the newest first.</summary>
[Public, CachedForVisitors]
internal sealed class PrizesModel(SiteDb db, CacheTags tags, TimeProvider clock) : PageModel
{
    public const int Most = 200;

    internal IReadOnlyList<Edition> Editions { get; private set; } = [];

    public DateTime Now => clock.UtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        tags.Add(EditionEviction.Lists);
        Editions = await db.Set<Edition>().AsNoTracking().Where(edition => edition.Published).OrderBy(edition => edition.IsArchived).ThenByDescending(edition => edition.ClosesUtc).ThenByDescending(edition => edition.Title).Take(Most).ToListAsync(ct);
    }
}

using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Admin;

/// <summary>Every edition, archives last.</summary>
[RequirePermission(Permissions.ManagePrize)]
internal sealed class AdminPrizesModel(SiteDb db, CurrentPerson person) : PageModel
{
    public const int Most = 200;

    internal IReadOnlyList<(Edition Edition, int Sent)> Editions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var open = db.OpenTo(person.RequiredId);
        var found = await db.Set<Edition>().AsNoTracking().OrderBy(edition => edition.IsArchived).ThenByDescending(edition => edition.ClosesUtc).ThenByDescending(edition => edition.Title).Take(Most)
            .Select(edition => new { edition, Sent = open.Count(entry => entry.EditionId == edition.ContentItemId && entry.State != EntryState.Withdrawn) }).ToListAsync(ct);
        Editions = [.. found.Select(line => (line.edition, line.Sent))];
    }
}

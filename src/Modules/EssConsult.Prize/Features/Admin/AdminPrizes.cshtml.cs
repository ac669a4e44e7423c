using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
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
        var me = person.RequiredId;
        var found = await db.Set<Edition>().AsNoTracking().OrderBy(edition => edition.IsArchived).ThenByDescending(edition => edition.ClosesUtc).ThenByDescending(edition => edition.Title).Take(Most)
            .Select(edition => new { edition, Sent = db.Set<Entry>().Count(entry => entry.EditionId == edition.ContentItemId && entry.Number != null && entry.State != EntryState.Withdrawn && entry.OwnerId != me && !db.Set<Conflict>().Any(conflict => conflict.EntryId == entry.Id && conflict.PersonId == me)) }).ToListAsync(ct);
        Editions = [.. found.Select(line => (line.edition, line.Sent))];
    }
}

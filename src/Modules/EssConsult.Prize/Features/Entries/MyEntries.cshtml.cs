using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Entries;

/// <summary>All of one's entries, drafts included.</summary>
[SignedIn]
internal sealed class MyEntriesModel(SiteDb db, CurrentPerson person) : PageModel
{
    public const int Most = 200;

    internal IReadOnlyList<(Entry Entry, Edition Edition)> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await db.ApplicantOf(person.RequiredId).AsNoTracking().Join(db.Set<Edition>(), entry => entry.EditionId, edition => edition.ContentItemId, (entry, edition) => new { entry, edition })
            .OrderByDescending(pair => pair.entry.CreatedUtc).Take(Most).ToListAsync(ct);
        Entries = [.. found.Select(pair => (pair.entry, pair.edition))];
    }
}

internal sealed class MyEntriesMenu : ISlot
{
    public int Order => 25;

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => ValueTask.FromResult<SlotView?>(SlotView.Line("/compte/dossiers", "Mes dossiers"));
}

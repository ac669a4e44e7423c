using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Entries;

/// <summary>One's entries of an edition, and a new one.</summary>
[SignedIn]
internal sealed class BeginModel(SiteDb db, EntryVerbs verbs, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    internal Edition Edition { get; private set; } = null!;

    internal IReadOnlyList<Entry> Mine { get; private set; } = [];

    public bool IsOpen => Edition.IsOpen(clock.UtcNow());

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var entry = verbs.Begin(Edition);
        await db.SaveChangesAsync(ct);
        return RedirectToPage("/EssConsult.Prize/Entries/Write", new { id = entry.Id });
    }

    public Task ReloadAsync(CancellationToken ct) => FindAsync(RouteData.Values["id"]!.ToString()!, ct);

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.FindEditionAsync(id, ct) is not { IsArchived: false } edition)
        {
            return false;
        }

        Edition = edition;
        Mine = await db.ApplicantOf(person.RequiredId).AsNoTracking().Where(entry => entry.EditionId == id).OrderByDescending(entry => entry.CreatedUtc).Take(50).ToListAsync(ct);
        return true;
    }
}

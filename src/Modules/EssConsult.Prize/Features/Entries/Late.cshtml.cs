using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Prize.Features.Entries;

/// <summary>Where a code for a late entry is given.</summary>
[SignedIn]
internal sealed class LateModel(SiteDb db, LateCodeVerbs verbs) : PageModel, IReloadsForm
{
    [BindProperty]
    public string? Code { get; set; }

    internal Edition Edition { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => !await FindAsync(id, ct) ? NotFound() : RedirectToPage("/EssConsult.Prize/Entries/Write", new { id = await verbs.UseAsync(id, Code, ct) });

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.FindEditionAsync(id, ct) is not { IsArchived: false } edition)
        {
            return false;
        }

        Edition = edition;
        return true;
    }
}

using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Admin;

/// <summary>Codes for entries after the deadline.</summary>
[RequirePermission(Permissions.ManagePrize)]
internal sealed class LateCodesModel(SiteDb db, LateCodeVerbs verbs, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>By the clock of Paris.</summary>
    [BindProperty]
    public DateTime? Until { get; set; }

    internal Edition Edition { get; private set; } = null!;

    internal IReadOnlyList<LateCodeLine> Codes { get; private set; } = [];

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await verbs.IssueAsync(id, Email, Reason, Until?.FromParis(), ct);
        Notice = "Code envoyé par e-mail. Il n’est gardé nulle part en clair.";
        return RedirectToPage(new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.Set<Edition>().FirstOrDefaultAsync(row => row.ContentItemId == id, ct) is not { } edition)
        {
            return false;
        }

        Edition = edition;
        Codes = await db.LateCodesAsync(person.RequiredId, id, ct);
        return true;
    }
}

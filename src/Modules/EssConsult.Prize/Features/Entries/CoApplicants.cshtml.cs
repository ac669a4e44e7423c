using EssConsult.Accounts.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Entries;

/// <summary>Who writes an entry together.</summary>
[SignedIn]
internal sealed class CoApplicantsModel(SiteDb db, CoApplicantVerbs verbs, IPeople people, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty]
    public string? Email { get; set; }

    internal Edition Edition { get; private set; } = null!;

    internal Entry Entry { get; private set; } = null!;

    public string Owner { get; private set; } = string.Empty;

    /// <summary>With the name of who joined, or the address of who is invited.</summary>
    internal IReadOnlyList<(CoApplicant Row, string Name)> Others { get; private set; } = [];

    public bool IsOwner => Entry.OwnerId == person.RequiredId;

    public bool MayChange => Edition.Stage == EditionStage.Call && Entry.State != EntryState.Withdrawn;

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostInviteAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await verbs.InviteAsync(Edition, Entry, Email, ct);
        Notice = "Invitation envoyée.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid who, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || await db.Set<CoApplicant>().FirstOrDefaultAsync(row => row.Id == who && row.EntryId == id, ct) is not { } gone)
        {
            return NotFound();
        }

        await verbs.RemoveAsync(Edition, Entry, gone, ct);
        if (gone.PersonId == person.RequiredId)
        {
            return RedirectToPage("/EssConsult.Prize/Entries/MyEntries");
        }

        Notice = "Cette personne ne dépose plus ce dossier.";
        return RedirectToPage(new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindOwnEntryAsync(id, person.RequiredId, ct) is not var (edition, entry))
        {
            return false;
        }

        (Edition, Entry) = (edition, entry);
        var rows = await db.Set<CoApplicant>().AsNoTracking().Where(row => row.EntryId == id).OrderBy(row => row.InvitedUtc).ToListAsync(ct);
        var names = await people.NamesAsync(rows.Select(row => row.PersonId).OfType<string>().Append(entry.OwnerId), ct);
        string NameOf(string personId) => names.GetValueOrDefault(personId)?.DisplayName ?? "–";
        Owner = NameOf(entry.OwnerId);
        Others = [.. rows.Select(row => (row, row.PersonId is { } joined ? NameOf(joined) : row.Email))];
        return true;
    }
}

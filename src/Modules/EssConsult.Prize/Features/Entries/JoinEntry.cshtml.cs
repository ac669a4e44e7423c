using EssConsult.Accounts.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Entries;

/// <summary>What the mailed link opens: to write an entry with others. It says nothing of the entry to whoever has not joined.</summary>
[Public]
internal sealed class JoinEntryModel(SiteDb db, CoApplicantVerbs verbs, CoApplicantLinks links, IIdentify identify, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    internal Edition Edition { get; private set; } = null!;

    internal Entry Entry { get; private set; } = null!;

    internal CoApplicant Invited { get; private set; } = null!;

    public string SignInPage => identify.PageFor($"{Request.PathBase}/dossiers/invitation?jeton={Uri.EscapeDataString(Token!)}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!person.IsSignedIn)
        {
            return LocalRedirect(SignInPage);
        }

        await verbs.JoinAsync(Edition.ContentItemId, Entry, Invited, ct);
        return RedirectToPage("/EssConsult.Prize/Entries/Write", new { id = Entry.Id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(ct);
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (links.Read(Token) is not { } id || await db.Set<CoApplicant>().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } invited
            || await db.Set<Entry>().FirstOrDefaultAsync(row => row.Id == invited.EntryId, ct) is not { } entry || await db.FindEditionAsync(entry.EditionId, ct) is not { } edition)
        {
            return false;
        }

        (Edition, Entry, Invited) = (edition, entry, invited);
        return true;
    }
}

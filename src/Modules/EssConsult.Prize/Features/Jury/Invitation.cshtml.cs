using EssConsult.Accounts.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Jury;

/// <summary>What the mailed link opens: the charter, and yes or no. Saying yes needs an account, by a code; saying no needs nothing.</summary>
[Public]
internal sealed class InvitationModel(SiteDb db, JuryVerbs verbs, JuryLinks links, IContentStore content, IIdentify identify, CurrentPerson person) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    [BindProperty]
    public bool Charter { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    internal Edition Edition { get; private set; } = null!;

    internal Juror Juror { get; private set; } = null!;

    public string? CharterText { get; private set; }

    public string SignInPage => identify.PageFor($"{Request.PathBase}/jury/invitation?jeton={Uri.EscapeDataString(Token!)}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!person.IsSignedIn)
        {
            return LocalRedirect(SignInPage);
        }

        if (!Charter)
        {
            throw new RuleException("juror.charter", "Acceptez la charte pour rejoindre le jury.") { Field = "Charter" };
        }

        await verbs.AcceptAsync(Edition, Juror, ct);
        return RedirectToPage("/EssConsult.Prize/Jury/Desk", new { edition = Edition.ContentItemId });
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        await verbs.DeclineAsync(Juror, Reason, ct);
        return RedirectToPage(new { jeton = Token });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(ct);
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (links.Read(Token) is not { } id || await db.Set<Juror>().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } juror || await db.FindEditionAsync(juror.EditionId, ct) is not { } edition)
        {
            return false;
        }

        (Juror, Edition) = (juror, edition);
        CharterText = (await content.FindAsync(edition.ContentItemId, ContentVersion.Published, ct))?.Part<PrizePart>()?.Charter;
        return true;
    }
}

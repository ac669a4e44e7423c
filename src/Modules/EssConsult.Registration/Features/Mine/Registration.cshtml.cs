using EssConsult.Accounts.Contracts;
using EssConsult.Registration.Features.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Mine;

/// <summary>One's own registration: by the link of its mail, or signed in as who it belongs to. Whatever it does needs a press: programs that look at links must not.</summary>
[Public]
internal sealed class RegistrationModel(OwnRegistrations own, RegistrationVerbs verbs, RegistrationOwner owner, RegistrationLinks links, IPeople people, CurrentPerson person, SiteDb db, TimeProvider clock) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    internal OwnRegistration Own { get; private set; } = null!;

    public DateTime Now => clock.UtcNow();

    public string? Done { get; private set; }

    /// <summary>By link, while somebody is signed in who does not have it yet.</summary>
    public bool CanAdopt => person.IsSignedIn && Own.Row.PersonId is null && Own.Row.IsProved;

    /// <summary>For the page of one of its workshops.</summary>
    public string TokenOf(Guid registrationId) => links.TokenOf(registrationId);

    public async Task<IActionResult> OnGetAsync(Guid id, string? fait, CancellationToken ct)
    {
        Done = fait;
        return await FindAsync(id, ct) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct) => ActAsync(id, async row =>
    {
        if (row is { IsProved: false, IsEnded: false, Email: { } email } && (await people.AtAsync([email], ct)).GetValueOrDefault(email) is { } personId)
        {
            await verbs.BelongToAsync(row, personId, ct);
        }

        await verbs.ProveAsync(row, ct);
    }, "confirme", ct);

    public Task<IActionResult> OnPostClaimAsync(Guid id, CancellationToken ct) => ActAsync(id, row => verbs.ClaimAsync(row, ct), "place", ct);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct) => ActAsync(id, row => verbs.EndAsync(row, row.State == RegistrationState.Offered ? EndReason.Declined : EndReason.Cancelled, ct), "annule", ct);

    public Task<IActionResult> OnPostComingAsync(Guid id, CancellationToken ct) => ActAsync(id, async row =>
    {
        row.ComingUtc = clock.UtcNow();
        await db.SaveChangesAsync(ct);
    }, "viens", ct);

    public Task<IActionResult> OnPostAdoptAsync(Guid id, CancellationToken ct) => ActAsync(id, async row =>
    {
        if (CanAdopt)
        {
            await verbs.BelongToAsync(row, person.RequiredId, ct);
            await db.SaveChangesAsync(ct);
        }
    }, "rattache", ct);

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Registration, Task> act, string done, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await act(Own.Row);
        return RedirectToPage(new { id, jeton = Token, fait = done });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await own.FindAsync(id, ct) is not { } found || !owner.Holds(found.Row, Token))
        {
            return false;
        }

        Own = found;
        return true;
    }
}

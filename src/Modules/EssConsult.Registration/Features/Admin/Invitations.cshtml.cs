using EssConsult.Registration.Events;
using EssConsult.Registration.Invitations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Features.Admin;

/// <summary>Whom the organisers invited by name, who answered, and who is written to once more.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class InvitationsModel(SiteDb db, Inviting inviting, CurrentPerson person, IStringLocalizer words) : PageModel, IReloadsForm
{
    private const int Most = 1000;

    [BindProperty]
    public string? People { get; set; }

    [TempData]
    public string? Notice { get; set; }

    public EventRow Event { get; private set; } = null!;

    public IReadOnlyList<string> Wrong { get; private set; } = [];

    internal IReadOnlyList<(Invitation Invitation, RegistrationState? State)> Sent { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var (people, wrong) = Inviting.Read(People);
        if (wrong.Count > 0 || people.Count == 0)
        {
            Wrong = wrong;
            ModelState.AddModelError(nameof(People), wrong.Count == 0 ? words["Écrivez au moins une adresse."] : words["Lignes sans adresse : {0}. Corrigez-les, rien n’est encore parti.", wrong.Count]);
            Response.StatusCode = 400;
            return Page();
        }

        var invited = await inviting.InviteAsync(Event, people, ct);
        db.Audit(new AuditEntry("event.invited", id, person.RequiredId, new { Count = invited }));
        await db.SaveChangesAsync(ct);
        Notice = words[invited == 1 ? "1 invitation part." : "{0} invitations partent.", invited];
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostChaseAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var chased = await inviting.ChaseAsync(Event, ct);
        await db.SaveChangesAsync(ct);
        Notice = words[chased == 1 ? "1 personne est relancée." : "{0} personnes sont relancées.", chased];
        return RedirectToPage(new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } found)
        {
            return false;
        }

        Event = found;
        var sent = await db.Set<Invitation>().AsNoTracking().Where(invitation => invitation.EventId == id).OrderBy(invitation => invitation.Name).ThenBy(invitation => invitation.EmailKey).Take(Most)
            .Select(invitation => new { invitation, State = db.Set<Registration>().Where(row => row.InvitationId == invitation.Id).OrderByDescending(row => row.Arrival).Select(row => (RegistrationState?)row.State).FirstOrDefault() }).ToListAsync(ct);
        Sent = [.. sent.Select(line => (line.invitation, line.State))];
        return true;
    }
}

using EssConsult.Registration.Events;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Admin;

/// <summary>Who needs what: for one role only, and each look is written down.</summary>
[RequirePermission(Permissions.ViewNeeds)]
internal sealed class NeedsModel(SiteDb db, CurrentPerson person) : PageModel
{
    private const int Most = 1000;

    public EventRow Event { get; private set; } = null!;

    internal IReadOnlyList<(NeedKind Kind, string Name, string? Note)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        Event = found;
        db.Audit(new AuditEntry("needs.seen", id, person.RequiredId));
        await db.SaveChangesAsync(ct);
        var lines = await db.Set<AttendeeNeed>().Where(need => need.EventId == id)
            .Join(db.Set<Registration>().Where(row => row.State != RegistrationState.Ended), need => need.RegistrationId, row => row.Id, (need, row) => new { need.Id, need.Kind, row.Name, need.Note }).OrderBy(line => line.Id).Take(Most).ToListAsync(ct);
        Lines = [.. lines.OrderBy(line => line.Kind).ThenBy(line => line.Name, StringComparer.CurrentCulture).Select(line => (line.Kind, line.Name, line.Note))];
        return Page();
    }
}

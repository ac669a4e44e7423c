using EssConsult.Registration.Events;
using EssConsult.Registration.Room;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Room;

/// <summary>The minutes of an event: begun here with who came, written and published as any page.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class MinutesModel(SiteDb db, MinutesWriting writing, MinutesLines lines, CurrentPerson person) : PageModel
{
    public EventRow Event { get; private set; } = null!;

    internal IReadOnlyList<ContentRow> Found { get; private set; } = [];

    internal IReadOnlyList<MinutesLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } row)
        {
            return NotFound();
        }

        (Event, Lines) = (row, await lines.OfAsync(id, ct));
        Found = await db.Set<EventOrigin>().AsNoTracking().Where(origin => origin.EventId == id && origin.Table == null)
            .Join(db.Set<ContentRow>().AsNoTracking().Where(item => item.Latest), origin => origin.ContentItemId, item => item.ContentItemId, (origin, item) => item).OrderBy(item => item.CreatedUtc).Take(100).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } row)
        {
            return NotFound();
        }

        var item = await writing.StartAsync(row, ct);
        db.Audit(new AuditEntry("minutes.started", id, person.RequiredId, new { item.ContentItemId }));
        await db.SaveChangesAsync(ct);
        return person.Can("EditContent") ? LocalRedirect(Url.Content("~/admin/contenus/" + item.ContentItemId)) : RedirectToPage(new { id });
    }
}

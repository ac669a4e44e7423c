using EssConsult.Registration.Online;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Admin;

/// <summary>The link under which an event is followed online; empty takes it away.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class OnlineModel(SiteDb db, CurrentPerson person) : PageModel
{
    private const int Longest = 500;

    [BindProperty]
    public string? Link { get; set; }

    public string Id { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        Id = id;
        Link = await db.Set<OnlineRoom>().Where(room => room.EventId == id).Select(room => room.Url).FirstOrDefaultAsync(ct);
        return await IsEventAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        Id = id;
        if (!await IsEventAsync(id, ct))
        {
            return NotFound();
        }

        var typed = TypedText.Clean(Link);
        if (typed.Length > 0 && !(typed.Length <= Longest && Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            throw new RuleException("event.online", "Écrivez une adresse complète, qui commence par https://.") { Field = nameof(Link) };
        }

        var room = await db.Set<OnlineRoom>().FirstOrDefaultAsync(known => known.EventId == id, ct);
        switch (room)
        {
            case null when typed.Length > 0:
                db.Add(new OnlineRoom { EventId = id, Url = typed });
                break;
            case not null when typed.Length > 0:
                room.Url = typed;
                break;
            case not null:
                db.Remove(room);
                break;
        }

        db.Audit(new AuditEntry("event.online", id, person.RequiredId));
        await db.SaveChangesAsync(ct);
        return RedirectToPage("/EssConsult.Registration/Admin/AdminEvent", new { id });
    }

    private Task<bool> IsEventAsync(string id, CancellationToken ct) => db.Set<EventRow>().AnyAsync(row => row.ContentItemId == id, ct);
}

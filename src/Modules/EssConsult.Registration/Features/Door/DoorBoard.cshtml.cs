using EssConsult.Registration.Door;
using EssConsult.Registration.Tickets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Registration.Features.Door;

/// <summary>How the doors are doing: for whoever runs the event or stands at a door. The PIN of the list is the organisers' to draw.</summary>
[RequirePermission(Permissions.FollowDoor)]
internal sealed class DoorBoardModel(SiteDb db, DoorBook book, DoorPins pins, CurrentPerson person, TimeProvider clock) : PageModel
{
    /// <summary>Seconds between two looks, for who follows.</summary>
    public const int Refresh = 30;

    /// <summary>Rows of each list; the whole of it is in the exports.</summary>
    public const int Most = 200;

    internal DoorView View { get; private set; } = null!;

    internal EntryChart Chart { get; private set; } = null!;

    public DateTime? PinDrawnUtc { get; private set; }

    /// <summary>Shown once: it is in no page that is asked for again.</summary>
    [TempData]
    public string? Pin { get; set; }

    /// <summary>The page loads itself anew.</summary>
    public bool Follows { get; private set; }

    public bool CanDraw => person.Can(Permissions.ManageEvents);

    public DateTime Now => clock.UtcNow();

    internal string NameOf(Guid who) => View.People.FirstOrDefault(found => found.Id == who)?.Name ?? "?";

    /// <summary>Entries by door, the busiest first.</summary>
    internal IEnumerable<(string Door, int Entries)> Doors => View.State.Entries.GroupBy(entry => entry.Door).Select(door => (door.Key, door.Count())).OrderByDescending(door => door.Item2).ThenBy(door => door.Key, StringComparer.CurrentCulture);

    internal IEnumerable<(DoorPerson Person, Presence Presence)> WalkIns => View.People.Where(found => found.IsWalkIn && View.State.Find(found.Id) is not null).Select(found => (found, View.State.Find(found.Id)!)).OrderBy(found => found.Item2.FirstEntry.AtUtc);

    public async Task<IActionResult> OnGetAsync(string id, bool suivre, CancellationToken ct)
    {
        if (await book.ReadAsync(id, ct) is not { } view)
        {
            return NotFound();
        }

        (View, Chart, Follows) = (view, EntryChart.Of(view.State.Entries), suivre);
        PinDrawnUtc = await pins.DrawnAsync(id, ct);
        Response.Headers.CacheControl = "private, no-store";
        if (Follows && Pin is null)
        {
            Response.Headers["Refresh"] = FormattableString.Invariant($"{Refresh}");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostPinAsync(string id, CancellationToken ct)
    {
        if (!CanDraw)
        {
            return Forbid();
        }

        if (await book.ReadAsync(id, ct) is not { } view)
        {
            return NotFound();
        }

        Pin = (await pins.DrawAsync(view.Event, ct)).ToString();
        db.Audit(new AuditEntry("door.pin-drawn", id, person.RequiredId));
        await db.SaveChangesAsync(ct);
        return RedirectToPage(new { id });
    }
}

using EssConsult.Registration.Door;
using EssConsult.Registration.Events;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Door;

/// <summary>
/// The door as an application that a device keeps: the page itself holds no name, so that what the browser stores of it is worth nothing.
/// Without network the worker shows it at the address of the door.
/// </summary>
[RequirePermission(Permissions.CheckIn)]
internal sealed class DoorOfflineModel(SiteDb db, DoorQuestions questions) : PageModel
{
    public EventRow Event { get; private set; } = null!;

    internal IReadOnlyList<DoorQuestion> Questions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        (Event, Questions) = (found, questions.Of(found));

        // Everywhere else the site refuses the camera to itself.
        Response.Headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=()";
        Response.Headers.CacheControl = "private, no-cache";
        return Page();
    }
}

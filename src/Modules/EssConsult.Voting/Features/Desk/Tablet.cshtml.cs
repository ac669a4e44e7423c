using EssConsult.Voting.Ballots;
using EssConsult.Voting.Room;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Voting.Features.Desk;

/// <summary>
/// A tablet of the desk, for people without a telephone: it takes a ticket, shows the screens of the vote, and comes back here. Nobody is
/// signed in on it: what is handed over is never the team's own session.
/// </summary>
[Public]
internal sealed class TabletModel(SiteDb db, CurrentPerson person, TimeProvider clock) : PageModel
{
    public const string PageName = "/EssConsult.Voting/Desk/Tablet";

    internal Ballot Ballot { get; private set; } = null!;

    public bool IsOpen => Ballot.TakesVotes(clock.UtcNow());

    public bool Done { get; private set; }

    public string Handover { get; private set; } = string.Empty;

    [TempData]
    public string? Receipt { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, bool fait, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot || ballot.Plan.Electorate.Kind != ElectorateKind.Event)
        {
            return NotFound();
        }

        (Ballot, Done) = (ballot, fait);
        // Everywhere else the site refuses the camera to itself.
        Response.Headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=()";
        Handover = person.IsSignedIn ? string.Empty : Tablets.Begin(HttpContext);
        return Page();
    }
}

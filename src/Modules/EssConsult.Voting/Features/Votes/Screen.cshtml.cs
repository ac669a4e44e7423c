using EssConsult.Mail.Contracts;
using EssConsult.Tickets.Qr;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Desk;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EssConsult.Voting.Features.Votes;

/// <summary>For the wall of a room: what is voted, how many have, and where.</summary>
[Public]
internal sealed class ScreenModel(SiteDb db, ISiteAddress address, IStringLocalizer words, CurrentPerson person, TimeProvider clock) : PageModel
{
    internal Ballot Ballot { get; private set; } = null!;

    public int? Turnout { get; private set; }

    public IHtmlContent? Qr { get; private set; }

    /// <summary>The code of the tables, on the team's own screen alone: who is not in the room does not read it here.</summary>
    public string? RoomCode { get; private set; }

    public DateTime Now => clock.UtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot)
        {
            return NotFound();
        }

        Ballot = ballot;
        Turnout = ballot.Plan.ShowsTurnout ? (await db.TurnoutAsync(id, ct)).All : null;
        RoomCode = person.Can(Permissions.KeepVotingDesk) ? ballot.RoomCode : null;
        Qr = new HtmlString(QrSvg.Draw(address.Absolute(RoomCode is { } code ? $"/votes/{id}/voter?code={code}" : $"/votes/{id}/voter"), words["Code QR de la page de vote"]));
        return Page();
    }
}

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
internal sealed class ScreenModel(SiteDb db, ISiteAddress address, IStringLocalizer words, TimeProvider clock) : PageModel
{
    internal Ballot Ballot { get; private set; } = null!;

    public int? Turnout { get; private set; }

    public IHtmlContent? Qr { get; private set; }

    public DateTime Now => clock.UtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot)
        {
            return NotFound();
        }

        Ballot = ballot;
        Turnout = ballot.Plan.ShowsTurnout ? (await db.TurnoutAsync(id, ct)).All : null;
        Qr = new HtmlString(QrSvg.Draw(address.Absolute(ballot.RoomCode is { } code ? $"/votes/{id}/voter?code={code}" : $"/votes/{id}/voter"), words["Code QR de la page de vote"]));
        return Page();
    }
}

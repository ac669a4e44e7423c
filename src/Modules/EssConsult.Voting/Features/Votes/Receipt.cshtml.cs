using EssConsult.Mail.Contracts;
using EssConsult.Tickets.Qr;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EssConsult.Voting.Features.Votes;

/// <summary>The receipt of the vote just cast, or of the one that still stands under one's account.</summary>
[Public]
internal sealed class ReceiptModel(SiteDb db, VotedMarks marks, ISiteAddress address, IStringLocalizer words, CurrentPerson person, TimeProvider clock) : PageModel
{
    internal Ballot Ballot { get; private set; } = null!;

    public string? Code { get; private set; }

    public IHtmlContent? Qr { get; private set; }

    public bool HasVoted { get; private set; }

    public bool IsAtDesk { get; private set; }

    public bool MayChange { get; private set; }

    [TempData]
    public string? Receipt { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindBallotAsync(id, ct) is not { } ballot)
        {
            return NotFound();
        }

        Ballot = ballot;
        var mine = person.Id is { } me ? await marks.OfAsync(me, id, ct) : null;
        (Code, HasVoted) = (Receipt ?? mine?.Receipt, mine is not null || Receipt is not null);
        IsAtDesk = mine?.Channel == VoteChannel.Desk;
        Qr = Code is null ? null : new HtmlString(QrSvg.Draw(address.Absolute($"/votes/{id}?recu={Code}"), words["Code QR du reçu de vote"]));
        MayChange = person.IsSignedIn && mine?.Channel == VoteChannel.Online && ballot.TakesVotes(clock.UtcNow()) && ballot.Plan.Revote;
        return Page();
    }
}

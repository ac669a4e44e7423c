using EssConsult.Voting.Ballots;
using EssConsult.Voting.PublicVote;
using EssConsult.Voting.Quarantine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.PublicVotes;

/// <summary>Where a vote stands that was put in quarantine, for whoever has the mail about it, and one button to contest.</summary>
[Public]
internal sealed class ContestModel(SiteDb db, ContestVote contest, PublicSecrets secrets, TimeProvider clock) : PageModel, IReloadsForm
{
    private Guid voteId;

    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [TempData]
    public bool IsDone { get; set; }

    internal Ballot Ballot { get; private set; } = null!;

    internal ScreeningRule Screening { get; private set; } = null!;

    internal QuarantinedVote? Row { get; private set; }

    public bool MayContest => Ballot.State != BallotState.Counted && Row is { AppealedUtc: null, State: not QuarantineState.Kept } && !Row.IsFinal(Screening, clock.UtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await contest.HandleAsync(id, voteId, Text, ct);
        IsDone = true;
        return RedirectToPage(new { id, jeton = Token });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        if (secrets.ReadContest(Token) is not { } vote || await db.FindBallotAsync(id, ct) is not { } ballot || ballot.Plan.Screening is not { } screening)
        {
            return false;
        }

        (voteId, Ballot, Screening) = (vote, ballot, screening);
        Row = await db.Set<QuarantinedVote>().AsNoTracking().FirstOrDefaultAsync(row => row.VoteId == vote && row.BallotId == id, ct);
        return true;
    }
}

using EssConsult.Prize.Contracts;
using EssConsult.Voting.Prizes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Voting.Features.Prizes;

/// <summary>Prepares the public's vote of an edition, with what most prizes want.</summary>
[RequirePermission(Permissions.ManageBallots)]
internal sealed class NewPrizeVoteModel(PrizeVotes votes, IPrizeEntries prizes, IPublicVotes known, TimeProvider clock) : PageModel, IReloadsForm
{
    private const int UsualPercent = 30, UsualDays = 14;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public bool Combined { get; set; }

    [BindProperty]
    public int Percent { get; set; } = UsualPercent;

    [BindProperty]
    public int Most { get; set; } = PrizeVotes.UsualMost;

    /// <summary>Wall clock of Paris.</summary>
    [BindProperty]
    public DateTime? Opens { get; set; }

    [BindProperty]
    public DateTime? Closes { get; set; }

    public PrizeName Edition { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (await known.FindAsync(id, ct) is { } made)
        {
            return RedirectToPage("/EssConsult.Voting/Admin/AdminBallot", new { id = made.BallotId });
        }

        Title = $"Prix du public : {Edition.Title}";
        Closes = clock.UtcNow().AddDays(UsualDays).ToParis().Date.AddHours(17);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var title = TypedText.Line(Title, Ballot.LongestTitle) is { Length: > 0 } typed ? typed : Edition.Title;
        var made = await votes.PrepareAsync(id, title, new PrizeVotePlan(Combined ? Math.Clamp(Percent, 1, PublicFormula.Heaviest) : 0, Opens?.FromParis(), Closes?.FromParis(), Math.Clamp(Most, 1, 10)), ct);
        return RedirectToPage("/EssConsult.Voting/Admin/AdminBallot", new { id = made });
    }

    public Task ReloadAsync(CancellationToken ct) => FindAsync(RouteData.Values["id"]!.ToString()!, ct);

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if ((await prizes.EditionsAsync(ct)).FirstOrDefault(edition => edition.EditionId == id) is not { } found)
        {
            return false;
        }

        Edition = found;
        return true;
    }
}

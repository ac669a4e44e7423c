using EssConsult.Voting.Ballots;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Admin;

/// <summary>Every vote, the newest first: to manage, or to keep its desk.</summary>
[RequirePermission(Permissions.KeepVotingDesk)]
internal sealed class AdminBallotsModel(SiteDb db) : PageModel
{
    private const int Most = 200;

    internal IReadOnlyList<BallotHead> Ballots { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Ballots = await db.Set<Ballot>().AsNoTracking().OrderByDescending(ballot => ballot.CreatedUtc).Take(Most).Heads().ToListAsync(ct);
}

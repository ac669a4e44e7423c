using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Admin;

/// <summary>The screens of a vote before it opens.</summary>
[RequirePermission(Permissions.ManageBallots)]
internal sealed class PreviewModel(SiteDb db) : PageModel
{
    internal Ballot Ballot { get; private set; } = null!;

    internal BallotRule Rule { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Ballot>().AsNoTracking().FirstOrDefaultAsync(ballot => ballot.Id == id, ct) is not { } found)
        {
            return NotFound();
        }

        (Ballot, Rule) = (found, found.Plan);
        return Page();
    }
}

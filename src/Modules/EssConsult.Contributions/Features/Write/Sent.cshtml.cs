using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Write;

[SignedIn]
internal sealed class SentModel(SiteDb db, CurrentPerson person) : PageModel
{
    public ContributionRow Contribution { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        var row = await db.FindContributionAsync(id, ct);
        if (row is null || row.AuthorId != person.Id)
        {
            return NotFound();
        }

        Contribution = row;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Mine;

/// <summary>Asks once more before a text that readers never saw goes for good.</summary>
[SignedIn]
internal sealed class DiscardModel(SiteDb db, ContributionWriting writing) : PageModel
{
    public ContributionRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await writing.FindOwnAsync(id, browserKey: null, ct) is not { } row || !ContributionWriting.CanBeDiscarded(row))
        {
            return NotFound();
        }

        Row = row;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if (await writing.FindOwnAsync(id, browserKey: null, ct) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        await writing.DiscardAsync(row, ct);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return LocalRedirect(Url.Content("~/compte/contributions?fait=supprime"));
    }
}

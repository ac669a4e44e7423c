using EssConsult.Discussion.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.Comments;

/// <summary>The discussion of an item on a page of its own, for items whose page shows none.</summary>
[Public]
[CachedForVisitors]
internal sealed class DiscussionModel(Standings standings, CacheTags tags) : PageModel
{
    public Standing Standing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        Standing = await standings.OfAsync(id, ct);
        tags.Add(id);
        return Standing.Rules.Visible ? Page() : NotFound();
    }
}

using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Rules;
using EssConsult.Discussion.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.Comments;

/// <summary>A comment's own address, wherever it stands today: leads to the page of threads that shows it.</summary>
[Public]
internal sealed class PermalinkModel(SiteDb db, Standings standings) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var comment = await db.Set<Comment>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct);
        if (comment is null || await standings.OfAsync(comment.ContentItemId, ct) is not { Rules.Visible: true } standing)
        {
            return NotFound();
        }

        if (comment.ReplyNumber > ThreadQuery.RepliesShown)
        {
            var part = ((comment.ReplyNumber - 1) / ThreadReader.RepliesPerPage) + 1;
            return LocalRedirect(Url.Content($"~/discussion/{comment.ContentItemId}/fil/{comment.RootId}?partie={part}#c-{id}"));
        }

        var rootUtc = comment.ParentId is null ? comment.CreatedUtc : await db.Set<Comment>().Where(row => row.Id == comment.RootId).Select(row => row.CreatedUtc).SingleAsync(ct);
        var newer = await db.Set<Comment>().CountAsync(row => row.ContentItemId == comment.ContentItemId && row.ParentId == null && row.CreatedUtc > rootUtc, ct);
        var page = (newer / ThreadQuery.ThreadsPerPage) + 1;
        return LocalRedirect(Url.Content($"~{standing.Rules.Url}{(page > 1 ? $"?fil={page}" : string.Empty)}#c-{id}"));
    }
}

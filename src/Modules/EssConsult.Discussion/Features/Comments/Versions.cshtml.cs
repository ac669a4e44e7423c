using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Rules;
using EssConsult.Discussion.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.Comments;

/// <summary>What a comment said before, so that replies keep their sense.</summary>
[Public]
[CachedForVisitors]
internal sealed class VersionsModel(SiteDb db, ThreadReader threads, Standings standings, CacheTags tags) : PageModel
{
    public Standing Standing { get; private set; } = null!;

    public CommentView Comment { get; private set; } = null!;

    /// <summary>Newest first, without the present one; at most 100.</summary>
    public IReadOnlyList<CommentVersion> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await threads.OneAsync(id, ct) is not { Row.State: CommentState.Published } comment)
        {
            return NotFound();
        }

        (Comment, Standing) = (comment, await standings.OfAsync(comment.Row.ContentItemId, ct));
        Versions = await db.Set<CommentVersion>().AsNoTracking().Where(version => version.CommentId == id)
            .OrderByDescending(version => version.Number).Take(100).ToListAsync(ct);
        tags.Add(comment.Row.ContentItemId);
        return Standing.Rules.Visible ? Page() : NotFound();
    }
}

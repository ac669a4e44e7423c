using EssConsult.Discussion.Rules;
using EssConsult.Discussion.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.Comments;

/// <summary>One long thread on a page of its own, a hundred replies at a time.</summary>
[Public]
[CachedForVisitors]
internal sealed class ThreadModel(ThreadReader threads, Standings standings, CacheTags tags) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "partie")]
    public int Part { get; set; } = 1;

    public Standing Standing { get; private set; } = null!;

    public CommentView Thread { get; private set; } = null!;

    public int Parts => Math.Max(1, (Thread.Row.Replies + ThreadReader.RepliesPerPage - 1) / ThreadReader.RepliesPerPage);

    public async Task<IActionResult> OnGetAsync(string id, Guid rootId, CancellationToken ct)
    {
        Part = Math.Clamp(Part, 1, 100_000);
        Standing = await standings.OfAsync(id, ct);
        if (!Standing.Rules.Visible || await threads.ThreadAsync(rootId, Part, ct) is not { } thread || thread.Row.ContentItemId != id)
        {
            return NotFound();
        }

        Thread = thread;
        tags.Add(id);
        return Page();
    }
}

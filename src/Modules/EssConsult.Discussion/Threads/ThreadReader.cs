using EssConsult.Discussion.Comments;

namespace EssConsult.Discussion.Threads;

/// <summary>Reads threads with the names of who speaks: the same number of queries for one comment and for ten thousand.</summary>
internal sealed class ThreadReader(SiteDb db, SharedReads reads, CacheTags tags, Voices voices)
{
    public const int RepliesPerPage = 100;

    public async Task<IReadOnlyList<CommentView>> PageAsync(ThreadQuery query, CancellationToken ct) => (await reads.GetAsync($"threads {query}", tags, shown =>
    {
        shown.Add(query.ContentItemId);
        return ReadPageAsync(query, ct)!;
    }))!;

    private async Task<IReadOnlyList<CommentView>> ReadPageAsync(ThreadQuery query, CancellationToken ct)
    {
        var roots = db.Set<Comment>().Where(comment => comment.ContentItemId == query.ContentItemId && comment.ParentId == null);
        if (query.Alignment is { } alignment)
        {
            roots = roots.Where(comment => comment.Alignment == alignment);
        }

        roots = query.OldestFirst ? roots.OrderBy(comment => comment.CreatedUtc) : roots.OrderByDescending(comment => comment.CreatedUtc);
        var page = roots.Skip((query.Page - 1) * ThreadQuery.ThreadsPerPage).Take(ThreadQuery.ThreadsPerPage).Select(comment => comment.Id);
        var comments = await db.Set<Comment>().AsNoTracking()
            .Where(comment => page.Contains(comment.RootId) && comment.ReplyNumber <= ThreadQuery.RepliesShown).ToListAsync(ct);
        var views = await WithVoicesAsync(comments, ct);
        return query.OldestFirst ? [.. views.OrderBy(view => view.Row.CreatedUtc)] : [.. views.OrderByDescending(view => view.Row.CreatedUtc)];
    }

    /// <summary>One thread on its own page, depth first; null when there is none.</summary>
    public async Task<CommentView?> ThreadAsync(Guid rootId, int page, CancellationToken ct)
    {
        var comments = await db.Set<Comment>().AsNoTracking().Where(comment => comment.RootId == rootId)
            .Where(comment => comment.ReplyNumber == 0 || (comment.ReplyNumber > (page - 1) * RepliesPerPage && comment.ReplyNumber <= page * RepliesPerPage))
            .ToListAsync(ct);
        return (await WithVoicesAsync(comments, ct)).SingleOrDefault(view => view.Row.ParentId is null);
    }

    public async Task<CommentView?> OneAsync(Guid id, CancellationToken ct)
    {
        var comment = await db.Set<Comment>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct);
        return comment is null ? null : new CommentView(comment, await voices.OfAsync(comment, ct), []);
    }

    private async Task<IReadOnlyList<CommentView>> WithVoicesAsync(List<Comment> comments, CancellationToken ct)
    {
        var spoken = await voices.OfAsync(comments, ct);
        var present = comments.Select(comment => comment.Id).ToHashSet();
        // On a later page of a long thread the comment replied to may be on an earlier one: the reply then hangs on the thread itself.
        var children = comments.Where(comment => comment.ParentId is not null)
            .OrderBy(comment => comment.Path, StringComparer.Ordinal)
            .ToLookup(comment => present.Contains(comment.ParentId!.Value) ? comment.ParentId.Value : comment.RootId);

        CommentView View(Comment comment) => new(comment, spoken[comment.Id], [.. children[comment.Id].Select(View)]);
        return [.. comments.Where(comment => comment.ParentId is null).Select(View)];
    }
}

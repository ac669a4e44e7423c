using EssConsult.Discussion.Comments;

namespace EssConsult.Discussion.Import;

/// <summary>The threads that a batch of comments belongs to: what is known already, and where each new comment goes.</summary>
internal sealed class Threads
{
    private readonly Dictionary<Guid, Comment> known;
    private readonly Dictionary<Guid, int> replies;
    private readonly HashSet<Guid> grown = [];

    private Threads(Dictionary<Guid, Comment> known, Dictionary<Guid, int> replies) => (this.known, this.replies) = (known, replies);

    /// <summary>Three queries, whatever the batch.</summary>
    public static async Task<Threads> AroundAsync(SiteDb db, IReadOnlyCollection<ImportedComment> batch, CancellationToken ct)
    {
        var ids = batch.Select(comment => comment.Id).Concat(batch.Select(comment => comment.ParentId).OfType<Guid>()).ToHashSet();
        var near = await db.Set<Comment>().AsNoTracking().Where(comment => ids.Contains(comment.Id)).ToListAsync(ct);
        var above = near.Select(comment => comment.ParentId).OfType<Guid>().Except(near.Select(comment => comment.Id)).ToHashSet();
        near.AddRange(await db.Set<Comment>().AsNoTracking().Where(comment => above.Contains(comment.Id)).ToListAsync(ct));
        var roots = near.Select(comment => comment.RootId).ToHashSet();
        var replies = await db.Set<Comment>().Where(comment => roots.Contains(comment.Id)).ToDictionaryAsync(comment => comment.Id, comment => comment.Replies, ct);
        return new Threads(near.ToDictionary(comment => comment.Id), replies);
    }

    public bool Knows(Guid id) => known.ContainsKey(id);

    /// <returns>The row to add; null when the parent is nowhere.</returns>
    public Comment? Place(ImportedComment imported)
    {
        var parent = imported.ParentId is { } parentId ? known.GetValueOrDefault(parentId) : null;
        if (imported.ParentId is not null && parent is null)
        {
            return null;
        }

        if (parent is { Depth: >= Comment.MaxDepth, ParentId: { } above })
        {
            parent = known[above];
        }

        var row = Comment.Import(imported, parent);
        known[row.Id] = row;
        if (parent is not null)
        {
            row.ReplyNumber = replies[row.RootId] = replies.GetValueOrDefault(row.RootId) + 1;
            grown.Add(row.RootId);
        }

        return row;
    }

    public async Task WriteReplyCountsAsync(SiteDb db, CancellationToken ct)
    {
        foreach (var root in grown)
        {
            var count = replies[root];
            await db.Set<Comment>().Where(comment => comment.Id == root).ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Replies, count), ct);
        }
    }
}

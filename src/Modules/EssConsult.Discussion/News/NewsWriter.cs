using EssConsult.Discussion.Comments;

namespace EssConsult.Discussion.News;

/// <summary>Turns what happens in discussions into news, and takes back those about a text that went.</summary>
internal sealed class NewsWriter(SiteDb db, TimeProvider clock) : INews, IHandle<CommentPosted>, IHandle<CommentHidden>, IHandle<CommentRemoved>
{
    public void Tell(string contentItemId, string sentence, string? byId) =>
        db.Add(new NewsRow { Id = Guid.CreateVersion7(), ContentItemId = contentItemId, Kind = NewsKind.Other, Sentence = sentence, ById = byId, AtUtc = clock.UtcNow() });

    public async Task HandleAsync(CommentPosted happened, CancellationToken ct)
    {
        Add(happened.ContentItemId, NewsKind.Comment, happened.CommentId, personId: null, happened.AuthorId);
        if (happened.ParentId is { } parentId
            && await db.Set<Comment>().Where(comment => comment.Id == parentId).Select(comment => comment.AuthorId).FirstOrDefaultAsync(ct) is { } answered
            && answered != happened.AuthorId)
        {
            Add(happened.ContentItemId, NewsKind.Reply, happened.CommentId, answered, happened.AuthorId);
        }
    }

    public async Task HandleAsync(CommentHidden happened, CancellationToken ct)
    {
        await TakeBackAsync(happened.CommentId, ct);
        if (await db.Set<Comment>().Where(comment => comment.Id == happened.CommentId).Select(comment => comment.AuthorId).FirstOrDefaultAsync(ct) is { } author)
        {
            Add(happened.ContentItemId, NewsKind.Hidden, happened.CommentId, author, byId: null);
        }
    }

    public Task HandleAsync(CommentRemoved happened, CancellationToken ct) => TakeBackAsync(happened.CommentId, ct);

    private Task<int> TakeBackAsync(Guid commentId, CancellationToken ct) => db.Set<NewsRow>().Where(news => news.CommentId == commentId).ExecuteDeleteAsync(ct);

    private void Add(string contentItemId, NewsKind kind, Guid commentId, string? personId, string? byId) => db.Add(new NewsRow
    {
        Id = Guid.CreateVersion7(), ContentItemId = contentItemId, Kind = kind, CommentId = commentId, PersonId = personId, ById = byId, AtUtc = clock.UtcNow(),
    });
}

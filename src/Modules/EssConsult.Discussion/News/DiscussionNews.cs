using EssConsult.Discussion.Comments;

namespace EssConsult.Discussion.News;

/// <summary>Turns what happens in discussions into news, and takes back those about a text that went.</summary>
internal sealed class DiscussionNews(SiteDb db, INews news) : IHandle<CommentPosted>, IHandle<CommentHidden>, IHandle<CommentRemoved>
{
    public static readonly NewsKind Reply = new("reply", "On répond à mon commentaire") { Order = 10 };
    public static readonly NewsKind Comment = new("comment", "On commente ce que je suis") { Order = 20 };
    public static readonly NewsKind Removed = new("comment-removed", "Mon commentaire est retiré") { Order = 70, Mail = NewsMail.Never, Ways = [] };

    public async Task HandleAsync(CommentPosted happened, CancellationToken ct)
    {
        var said = new NewsFact(Comment.Name, "{1} a commenté « {0} ».")
        {
            ContentItemId = happened.ContentItemId, ById = happened.AuthorId, Fact = FactOf(happened.CommentId), Path = $"/commentaires/{happened.CommentId}",
        };
        news.TellFollowers(happened.ContentItemId, said);
        if (happened.ParentId is { } parentId && await AuthorAsync(parentId, ct) is { } answered)
        {
            news.TellPeople([answered], said with { Kind = Reply.Name, Sentence = "{1} a répondu à votre commentaire sur « {0} »." });
        }
    }

    /// <summary>Their author has a mail of its own about it.</summary>
    public async Task HandleAsync(CommentHidden happened, CancellationToken ct)
    {
        await news.TakeBackAsync(FactOf(happened.CommentId), ct);
        if (await AuthorAsync(happened.CommentId, ct) is { } author)
        {
            news.TellPeople([author], new NewsFact(Removed.Name, "Votre commentaire sur « {0} » a été retiré.") { ContentItemId = happened.ContentItemId, Path = $"/commentaires/{happened.CommentId}" });
        }
    }

    public Task HandleAsync(CommentRemoved happened, CancellationToken ct) => news.TakeBackAsync(FactOf(happened.CommentId), ct);

    private static string FactOf(Guid commentId) => $"comment:{commentId:N}";

    private Task<string?> AuthorAsync(Guid commentId, CancellationToken ct) =>
        db.Set<Comment>().Where(comment => comment.Id == commentId).Select(comment => comment.AuthorId).FirstOrDefaultAsync(ct);
}

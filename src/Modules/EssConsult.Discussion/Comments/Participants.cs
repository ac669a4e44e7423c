using EssConsult.Discussion.Supports;

namespace EssConsult.Discussion.Comments;

internal sealed class Participants(SiteDb db) : IParticipants
{
    public IQueryable<string> On(IQueryable<string> contentItemIds) =>
        db.Set<Comment>().Where(comment => comment.State == CommentState.Published && contentItemIds.Contains(comment.ContentItemId)).Select(comment => comment.AuthorId)
            .Union(db.Set<Support>().Where(support => contentItemIds.Contains(support.ContentItemId)).Select(support => support.PersonId));
}

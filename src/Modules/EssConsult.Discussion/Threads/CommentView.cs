using EssConsult.Discussion.Comments;

namespace EssConsult.Discussion.Threads;

internal sealed record CommentView(Comment Row, Voice Voice, IReadOnlyList<CommentView> Replies)
{
    /// <summary>Replies of the thread that are not on this page.</summary>
    public int Unshown(int shown) => Math.Max(0, Row.Replies - shown);
}

using EssConsult.Discussion.Threads;

namespace EssConsult.Discussion.Features.Shared;

/// <param name="Open">Replies are offered.</param>
internal sealed record CommentListView(IReadOnlyList<CommentView> Comments, bool Open)
{
    /// <summary>Replies that each thread shows; the rest is behind a link to the thread's own page.</summary>
    public int RepliesShown { get; init; } = ThreadQuery.RepliesShown;

    public bool IsSpokenInBy(string? person) => person is not null && Comments.Any(comment => Speaks(comment, person));

    private static bool Speaks(CommentView comment, string person) => comment.Row.AuthorId == person || comment.Replies.Any(reply => Speaks(reply, person));
}

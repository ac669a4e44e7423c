using System.Globalization;

namespace EssConsult.Discussion.Comments;

/// <summary>What somebody says about an item, in a thread of at most three levels.</summary>
internal sealed class Comment
{
    public const int MaxDepth = 3;
    public const int MaxCharacters = 3000;
    public const string Twice = "comment.twice";
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(15);

    public required Guid Id { get; init; }

    public required string ContentItemId { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>The first comment of the thread; its own id for that one.</summary>
    public Guid RootId { get; init; }

    /// <summary>1 for the first of a thread.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Orders a thread depth first: one segment of 22 characters a level (time in microseconds, then the id, in hexadecimal).</summary>
    public required string Path { get; init; }

    /// <summary>0 for the first of a thread, then 1, 2… in order of arrival: parents always come before their replies.</summary>
    public int ReplyNumber { get; set; }

    /// <summary>Replies at any level; counted on the first of a thread only.</summary>
    public int Replies { get; set; }

    public required string AuthorId { get; set; }

    public Guid? ActorId { get; init; }

    public Alignment Alignment { get; set; }

    public required string Body { get; set; }

    public DateTime CreatedUtc { get; init; }

    public DateTime? EditedUtc { get; set; }

    /// <summary>When the words that stand there now were written.</summary>
    public DateTime WrittenUtc => EditedUtc ?? CreatedUtc;

    public string Stamp => WrittenUtc.Ticks.ToString(CultureInfo.InvariantCulture);

    public CommentState State { get; set; }

    public DateTime? StateUtc { get; set; }

    public Motive? Motive { get; set; }

    public string? Explanation { get; set; }

    public string? HiddenBy { get; set; }

    /// <summary>Since when a moderator has to read it; null once read.</summary>
    public DateTime? AwaitsReviewSinceUtc { get; set; }

    public int OpenReports { get; set; }

    public bool CanBeRepliedTo => State == CommentState.Published && Depth < MaxDepth;

    /// <exception cref="RuleException">The parent is at the last level or can no longer be read; the text is empty or too long.</exception>
    public static Comment Write(NewComment comment, Comment? parent, Guid id, DateTime now)
    {
        if (parent is { Depth: >= MaxDepth })
        {
            throw new RuleException("comment.too-deep", "Ce fil ne va pas plus loin : répondez au commentaire précédent.");
        }

        if (parent is { State: not CommentState.Published })
        {
            throw new RuleException("comment.parent-removed", "Le commentaire auquel vous répondez a été retiré.");
        }

        return Place(id, comment.ContentItemId, parent, comment.AuthorId, comment.ActorId, comment.Alignment, Clean(comment.Body), now);
    }

    /// <summary>As it was elsewhere: read already, of any length.</summary>
    public static Comment Import(ImportedComment comment, Comment? parent) =>
        Place(comment.Id, comment.ContentItemId, parent, comment.AuthorId, comment.ActorId, comment.Alignment, TypedText.Clean(comment.Body), comment.CreatedUtc);

    private static Comment Place(Guid id, string contentItemId, Comment? parent, string authorId, Guid? actorId, Alignment alignment, string body, DateTime at) => new()
    {
        Id = id,
        ContentItemId = contentItemId,
        ParentId = parent?.Id,
        RootId = parent?.RootId ?? id,
        Depth = (parent?.Depth ?? 0) + 1,
        Path = parent?.Path + Segment(id, at),
        AuthorId = authorId,
        ActorId = actorId,
        Alignment = alignment,
        Body = body,
        CreatedUtc = at,
    };

    public bool IsFresh(DateTime now) => now - CreatedUtc <= EditWindow;

    /// <summary>What it says now, to be kept before it changes.</summary>
    public CommentVersion Keep(int number) => new() { CommentId = Id, Number = number, Body = Body, Alignment = Alignment, WrittenUtc = WrittenUtc };

    public void Remove(DateTime now) => (State, StateUtc, Body, AwaitsReviewSinceUtc, OpenReports) = (CommentState.Removed, now, string.Empty, null, 0);

    public void Hide(Motive motive, string? explanation, string moderatorId, DateTime now)
    {
        (State, StateUtc, Motive, Explanation) = (CommentState.Hidden, now, motive, explanation);
        (HiddenBy, AwaitsReviewSinceUtc, OpenReports) = (moderatorId, null, 0);
    }

    public void Restore() => (State, StateUtc, Motive, Explanation, HiddenBy) = (CommentState.Published, null, null, null, null);

    /// <summary>Line ends made one, spaces around cut.</summary>
    /// <exception cref="RuleException">Nothing is left, or too much.</exception>
    public static string Clean(string body)
    {
        var text = TypedText.Clean(body);
        return text.Length switch
        {
            0 => throw new RuleException("comment.empty", "Écrivez votre commentaire.") { Field = "Body" },
            > MaxCharacters => throw new RuleException("comment.too-long", "Votre commentaire dépasse {0} caractères.", MaxCharacters) { Field = "Body" },
            _ => text,
        };
    }

    // The id's last characters are random in every version of GUID, its first are not.
    private static string Segment(Guid id, DateTime at) =>
        ((at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond).ToString("x14", CultureInfo.InvariantCulture) + id.ToString("N")[24..];
}

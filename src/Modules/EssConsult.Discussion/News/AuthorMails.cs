using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Comments;
using EssConsult.Mail.Contracts;

namespace EssConsult.Discussion.News;

/// <summary>Tells the author of a comment that it was removed, why, and how to appeal: decisions leave at once.</summary>
internal sealed class AuthorMails(SiteDb db, IMailPeople mail, ISiteAddress address) : IHandle<CommentHidden>
{
    public async Task HandleAsync(CommentHidden happened, CancellationToken ct)
    {
        if (await db.Set<Comment>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == happened.CommentId, ct) is not { } comment)
        {
            // Erased with its author before the mail was made.
            return;
        }

        await mail.EnqueueAsync(comment.AuthorId, new PersonMail("comment-removed")
        {
            Model = language => new Dictionary<string, object?>
            {
                ["Body"] = comment.Body,
                ["Motive"] = happened.Motive.Label(),
                ["Explanation"] = comment.Explanation,
                ["Url"] = address.Absolute($"/commentaires/{comment.Id}", language),
                ["AppealUrl"] = address.Absolute("/contact", language),
            },
        }, ct);
    }
}

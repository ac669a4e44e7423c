using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Reports;
using EssConsult.Discussion.Supports;

namespace EssConsult.Discussion;

internal static class DiscussionTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Comment>(comment =>
        {
            comment.ToTable("comment").HasKey(row => row.Id).HasRule(Comment.Twice, "Votre commentaire est déjà publié.");
            comment.HasIndex(row => new { row.ContentItemId, row.CreatedUtc }).HasFilter("parent_id IS NULL");
            comment.HasIndex(row => new { row.ContentItemId, row.Alignment, row.CreatedUtc }).HasFilter("parent_id IS NULL");
            comment.HasIndex(row => new { row.ContentItemId, row.Path });
            comment.HasIndex(row => new { row.RootId, row.ReplyNumber });
            comment.HasIndex(row => row.AuthorId);
            comment.HasIndex(row => row.AwaitsReviewSinceUtc).HasFilter("awaits_review_since_utc IS NOT NULL");
        });
        model.Entity<CommentVersion>().ToTable("comment_version").HasKey(row => new { row.CommentId, row.Number });
        model.Entity<CommentDraft>(draft =>
        {
            draft.ToTable("comment_draft").HasKey(row => row.Id);
            draft.HasIndex(row => new { row.Keeper, row.ContentItemId }).IsUnique();
            draft.HasIndex(row => row.SavedUtc);
        });

        model.Entity<Support>(support =>
        {
            support.ToTable("support").HasKey(row => new { row.ContentItemId, row.PersonId }).HasRule("support.twice", "Vous soutenez déjà cette contribution.");
            support.HasIndex(row => row.PersonId);
        });
        model.Entity<Report>(report =>
        {
            report.ToTable("report").HasKey(row => row.Id);
            report.HasIndex(row => new { row.TargetId, row.BrowserHash }).HasFilter("state = 'Open'").HasRule("report.twice", "Vous avez déjà signalé ce texte : il sera relu.");
            report.HasIndex(row => new { row.ContentItemId, row.State });
            report.HasIndex(row => new { row.CommentId, row.State });
        });
        model.Entity<DiscussionCounts>(counts =>
        {
            counts.ToTable("discussion_counts").HasKey(row => row.ContentItemId);
            counts.HasIndex(row => row.Supports);
            counts.HasIndex(row => row.Comments);
            counts.HasIndex(row => row.OpenReports).HasFilter("open_reports > 0");
        });
    }
}

using EssConsult.Discussion.Counting;
using EssConsult.Discussion.Reports;

namespace EssConsult.Discussion.Comments;

internal sealed class CommentModeration(SiteDb db, TimeProvider clock) : ICommentModeration
{
    public Task<int> CountAsync(CancellationToken ct) => db.Set<Comment>().CountAsync(comment => comment.AwaitsReviewSinceUtc != null, ct);

    public async Task<IReadOnlyList<CommentToModerate>> ListAsync(int limit, CancellationToken ct) => await WithReportsAsync(
        await db.Set<Comment>().AsNoTracking().Where(comment => comment.AwaitsReviewSinceUtc != null)
            .OrderByDescending(comment => comment.OpenReports).ThenBy(comment => comment.AwaitsReviewSinceUtc).Take(limit).ToListAsync(ct), ct);

    public async Task<CommentToModerate?> FindAsync(Guid commentId, CancellationToken ct) =>
        (await WithReportsAsync(await db.Set<Comment>().AsNoTracking().Where(comment => comment.Id == commentId).ToListAsync(ct), ct)).SingleOrDefault();

    public async Task AcceptAsync(Guid commentId, string moderatorId, string? stamp, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var comment = await LoadAsync(commentId, ct);
        RequireUnchanged(comment, stamp);
        (comment.AwaitsReviewSinceUtc, comment.OpenReports) = (null, 0);
        await db.CloseReportsAsync(comment, ReportState.Cleared, clock.UtcNow(), ct);
        db.Audit(new AuditEntry("comment.accept", commentId.ToString(), moderatorId));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    public async Task HideAsync(Guid commentId, Motive motive, string? explanation, string moderatorId, string? stamp, CancellationToken ct)
    {
        var words = string.IsNullOrWhiteSpace(explanation) ? null : explanation.Trim();
        if (motive == Motive.Other && words is null)
        {
            throw new RuleException("moderation.why", "Expliquez le motif en toutes lettres.") { Field = "Explanation" };
        }

        await using var write = await db.BeginWriteAsync(ct);
        var comment = await LoadAsync(commentId, ct);
        if (comment.State != CommentState.Published)
        {
            throw new RuleException("comment.removed", "Ce commentaire a été retiré.");
        }

        RequireUnchanged(comment, stamp);
        comment.Hide(motive, words, moderatorId, clock.UtcNow());
        await db.CloseReportsAsync(comment, ReportState.Upheld, clock.UtcNow(), ct);
        db.Publish(new CommentHidden(comment.ContentItemId, comment.Id, motive));
        db.Audit(new AuditEntry("comment.hide", commentId.ToString(), moderatorId, new { motive, explanation = words }));
        await db.SaveChangesAsync(ct);
        await CountsWriter.AddAsync(db, comment.ContentItemId, new CountsChange { Comments = -1 }, ct);
        await write.CommitAsync(ct);
    }

    public async Task RestoreAsync(Guid commentId, string moderatorId, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var comment = await LoadAsync(commentId, ct);
        if (comment.State != CommentState.Hidden)
        {
            throw new RuleException("comment.not-hidden", "Ce commentaire n’a pas été retiré par la modération.");
        }

        if (comment.HiddenBy == moderatorId)
        {
            throw new RuleException("appeal.same-moderator", "Vous avez retiré ce commentaire : une autre personne doit examiner le recours.");
        }

        comment.Restore();
        db.Publish(new CommentRestored(comment.ContentItemId, comment.Id));
        db.Audit(new AuditEntry("comment.restore", commentId.ToString(), moderatorId));
        await db.SaveChangesAsync(ct);
        await CountsWriter.AddAsync(db, comment.ContentItemId, new CountsChange { Comments = 1 }, ct);
        await write.CommitAsync(ct);
    }

    private static void RequireUnchanged(Comment comment, string? stamp)
    {
        if (stamp is not null && stamp != comment.Stamp)
        {
            throw new RuleException("moderation.changed", "Ce texte a changé pendant que vous le lisiez. Relisez-le, puis décidez.");
        }
    }

    private async Task<Comment> LoadAsync(Guid id, CancellationToken ct) =>
        await db.LockCommentAsync(id, ct)
        ?? throw new RuleException("comment.missing", "Ce commentaire n’existe pas.");

    private async Task<IReadOnlyList<CommentToModerate>> WithReportsAsync(List<Comment> comments, CancellationToken ct)
    {
        var ids = comments.ConvertAll(comment => (Guid?)comment.Id);
        var reports = (await db.Set<Report>().AsNoTracking().Where(report => ids.Contains(report.CommentId) && report.State == ReportState.Open)
            .OrderBy(report => report.CreatedUtc).Take(1000)
            .Select(report => new OpenReport(report.Id, report.ContentItemId, report.CommentId, report.Motive, report.Comment, report.CreatedUtc))
            .ToListAsync(ct)).ToLookup(report => report.CommentId);
        return [.. comments.Select(comment => new CommentToModerate(
            comment.Id, comment.ContentItemId, comment.AuthorId, comment.Alignment, comment.Body, comment.CreatedUtc, comment.Stamp, comment.State, comment.Motive, comment.HiddenBy)
        {
            Reports = [.. reports[comment.Id]],
        })];
    }
}

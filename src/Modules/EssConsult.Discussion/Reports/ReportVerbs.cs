using System.Security.Cryptography;
using System.Text;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Counting;

namespace EssConsult.Discussion.Reports;

internal sealed class ReportVerbs(SiteDb db, TimeProvider clock) : IReports
{
    public async Task<Guid> OpenAsync(NewReport report, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var write = await db.BeginWriteAsync(ct);
        var comment = report.CommentId is { } commentId ? await CommentAsync(commentId, ct) : null;
        var row = Row(report, comment?.ContentItemId ?? report.ContentItemId, now);
        if (await db.Set<Report>().AnyAsync(open => open.TargetId == row.TargetId && open.BrowserHash == row.BrowserHash && open.State == ReportState.Open, ct))
        {
            throw new RuleException("report.twice", "Vous avez déjà signalé ce texte : il sera relu.");
        }

        db.Add(row);
        db.Publish(new ContentReported(row.ContentItemId, row.CommentId, row.Id, row.Motive));
        await db.SaveChangesAsync(ct);
        if (comment is null)
        {
            await CountsWriter.AddAsync(db, row.ContentItemId, new CountsChange { OpenReports = 1 }, ct);
        }
        else
        {
            await db.Set<Comment>().Where(found => found.Id == comment.Id).ExecuteUpdateAsync(
                set => set.SetProperty(found => found.OpenReports, found => found.OpenReports + 1)
                    .SetProperty(found => found.AwaitsReviewSinceUtc, found => found.AwaitsReviewSinceUtc ?? now), ct);
        }

        await write.CommitAsync(ct);
        return row.Id;
    }

    public async Task<IReadOnlyList<OpenReport>> ListAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken ct) =>
        await db.Set<Report>().AsNoTracking()
            .Where(report => contentItemIds.Contains(report.ContentItemId) && report.CommentId == null && report.State == ReportState.Open)
            .OrderBy(report => report.CreatedUtc).Take(1000)
            .Select(report => new OpenReport(report.Id, report.ContentItemId, report.CommentId, report.Motive, report.Comment, report.CreatedUtc))
            .ToListAsync(ct);

    public async Task CloseAsync(string contentItemId, ReportState state, string moderatorId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var write = await db.BeginWriteAsync(ct);
        var closed = await db.Set<Report>()
            .Where(report => report.ContentItemId == contentItemId && report.CommentId == null && report.State == ReportState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.State, state).SetProperty(report => report.ClosedUtc, now), ct);
        if (closed > 0)
        {
            await CountsWriter.AddAsync(db, contentItemId, new CountsChange { OpenReports = -closed }, ct);
            db.Publish(new ReportsClosed(contentItemId, CommentId: null, state));
            db.Audit(new AuditEntry("reports.close", contentItemId, moderatorId, new { state, closed }));
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }
    }

    private async Task<Comment> CommentAsync(Guid id, CancellationToken ct) =>
        await db.Set<Comment>().AsNoTracking().FirstOrDefaultAsync(comment => comment.Id == id && comment.State == CommentState.Published, ct)
        ?? throw new RuleException("report.nothing", "Ce texte n’est plus en ligne.");

    private static Report Row(NewReport report, string contentItemId, DateTime now)
    {
        var words = report.Comment?.Trim();
        if (report.Motive == Motive.Other && string.IsNullOrEmpty(words))
        {
            throw new RuleException("report.why", "Dites en quelques mots ce qui ne va pas.") { Field = "Comment" };
        }

        return new Report
        {
            Id = Guid.CreateVersion7(),
            ContentItemId = contentItemId,
            CommentId = report.CommentId,
            TargetId = report.CommentId?.ToString() ?? contentItemId,
            Motive = report.Motive,
            Comment = words is { Length: > Report.MaxCharacters } ? words[..Report.MaxCharacters] : words,
            ReporterId = report.ReporterId,
            BrowserHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.BrowserKey))),
            CreatedUtc = report.CreatedUtc ?? now,
        };
    }
}

using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Events;

/// <summary>Reads the outbox in an order in which nothing can appear behind the reader.</summary>
internal static class OutboxReader
{
    // On PostgreSQL a later position may commit first. Rows of transactions older than every running one are complete, so
    // reading those in the order (xid, position) never skips a row. On SQLite writers take turns: position is commit order.
    private const string Settled =
        "SELECT * FROM outbox WHERE xid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint";

    public static async Task<List<OutboxEvent>> ReadAsync(SiteDb db, OutboxCursor after, int limit, CancellationToken ct) =>
        await After(db, after)
            .Take(limit)
            .Select(row => new OutboxEvent(new OutboxCursor(row.Xid, row.Position), row.Type, row.Subject, row.Payload) { Cause = row.Cause })
            .ToListAsync(ct);

    /// <summary>The last place that can be read now.</summary>
    public static Task<OutboxCursor> EndAsync(SiteDb db, CancellationToken ct) => LastAsync(Rows(db), ct);

    /// <summary>The last place committed, which a reader may have to wait for.</summary>
    public static Task<OutboxCursor> CommittedEndAsync(SiteDb db, CancellationToken ct) => LastAsync(db.Set<OutboxRow>().AsNoTracking(), ct);

    private static async Task<OutboxCursor> LastAsync(IQueryable<OutboxRow> rows, CancellationToken ct)
    {
        var last = await rows.OrderByDescending(row => row.Xid).ThenByDescending(row => row.Position)
            .Select(row => new { row.Xid, row.Position }).FirstOrDefaultAsync(ct);
        return last is null ? OutboxCursor.Start : new OutboxCursor(last.Xid, last.Position);
    }

    // Each form is one that its database answers from an index, from the cursor on: every reader asks again after every commit, and
    // the outbox keeps a week.
    private static IQueryable<OutboxRow> After(SiteDb db, OutboxCursor after) => db.Database.IsNpgsql()
        ? Rows(db).Where(row => row.Xid >= after.Xid && (row.Xid > after.Xid || row.Position > after.Position)).OrderBy(row => row.Xid).ThenBy(row => row.Position)
        : Rows(db).Where(row => row.Position > after.Position).OrderBy(row => row.Position);

    private static IQueryable<OutboxRow> Rows(SiteDb db) =>
        (db.Database.IsNpgsql() ? db.Set<OutboxRow>().FromSqlRaw(Settled) : db.Set<OutboxRow>()).AsNoTracking();
}

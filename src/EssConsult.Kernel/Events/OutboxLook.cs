using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Events;

/// <summary>A look at the next events for all handlers together: most events concern few of them.</summary>
/// <param name="Wanted">The handlers that take one of them.</param>
/// <param name="Moved">Others were moved past them.</param>
/// <param name="More">Enough lies ahead to go on without a rest.</param>
internal sealed record OutboxLook(IReadOnlyList<HandlerRegistration> Wanted, bool Moved, bool More)
{
    public static readonly OutboxLook Nothing = new([], Moved: false, More: false);

    public static async Task<OutboxLook> AheadAsync(SiteDb db, IEnumerable<HandlerRegistration> handlers, int limit, CancellationToken ct)
    {
        var cursors = await db.Set<HandlerCursor>().AsNoTracking().ToDictionaryAsync(row => row.Handler, row => new OutboxCursor(row.Xid, row.Position), ct);
        var all = handlers.Select(handler => (Handler: handler, At: cursors.GetValueOrDefault(handler.Name))).ToList();
        var events = all.Count == 0 ? [] : await OutboxReader.ReadAsync(db, all.Min(entry => entry.At), limit, ct);
        if (events.Count == 0)
        {
            return Nothing;
        }

        var end = events[^1].Cursor;
        // Behind a slow one, those that are further than this look see for themselves.
        var more = events.Count == limit;
        var wanted = all.Where(entry => !cursors.ContainsKey(entry.Handler.Name) || (more && entry.At >= end) || events.Any(happened => happened.Cursor > entry.At && entry.Handler.Takes(happened.Type))).ToList();
        var idle = all.Except(wanted).Where(entry => entry.At < end).Select(entry => entry.Handler.Name).ToList();
        return new OutboxLook([.. wanted.Select(entry => entry.Handler)], idle.Count > 0 && await SkipAsync(db, idle, end, ct), More: wanted.Exists(entry => events.Count > entry.Handler.CallsAtOnce));
    }

    // Forwards only; another node that reads the same events comes to the same.
    private static async Task<bool> SkipAsync(SiteDb db, List<string> idle, OutboxCursor end, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var moved = await db.Set<HandlerCursor>()
            .Where(row => idle.Contains(row.Handler) && (row.Xid < end.Xid || (row.Xid == end.Xid && row.Position < end.Position)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Xid, end.Xid).SetProperty(row => row.Position, end.Position), ct);
        await write.CommitAsync(ct);
        return moved > 0;
    }
}

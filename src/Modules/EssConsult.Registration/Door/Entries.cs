using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Door;

internal static class Entries
{
    /// <summary>Entries that nobody took back: what <see cref="DoorState"/> counts, for statistics over many people or events.</summary>
    public static IQueryable<CheckIn> CountingEntries(this SiteDb db) =>
        db.Set<CheckIn>().Where(scan => scan.Kind == CheckInKind.Entry && !db.Set<CheckIn>().Any(undo => undo.Undoes == scan.Nonce));
}

using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Entries;

/// <summary>How applicants reach their entries, theirs alone.</summary>
internal static class OwnEntry
{
    public static async Task<(Edition Edition, Entry Entry)?> FindOwnEntryAsync(this SiteDb db, Guid id, string personId, CancellationToken ct) =>
        await db.Set<Entry>().FirstOrDefaultAsync(row => row.Id == id && row.OwnerId == personId, ct) is { } entry && await db.FindEditionAsync(entry.EditionId, ct) is { } edition ? (edition, entry) : null;
}

using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Entries;

/// <summary>How applicants reach their entries, those that they write with others included.</summary>
internal static class OwnEntry
{
    public static async Task<(Edition Edition, Entry Entry)?> FindOwnEntryAsync(this SiteDb db, Guid id, string personId, CancellationToken ct) =>
        await db.ApplicantOf(personId).FirstOrDefaultAsync(row => row.Id == id, ct) is { } entry && await db.FindEditionAsync(entry.EditionId, ct) is { } edition ? (edition, entry) : null;
}

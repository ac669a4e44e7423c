using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Media;

/// <summary>Deletes the files that somebody uploaded into a form and that no version of any item keeps: never kept, or erased with their text.</summary>
internal sealed class MediaSweep(SiteDb db, MediaFiles files, TimeProvider clock) : IRecurringJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Nobody's files: a visitor's, who writes within the day, or those of an account that was erased.</summary>
    private static readonly TimeSpan KeptWithoutOwner = TimeSpan.FromDays(1);

    public string Name => "media-sweep";

    public async Task RunAsync(CancellationToken ct)
    {
        var (before, beforeWithoutOwner) = (clock.UtcNow() - Kept, clock.UtcNow() - KeptWithoutOwner);
        var gone = await db.Set<MediaRow>()
            .Where(row => !row.InLibrary && row.CreatedUtc < (row.OwnerId == null ? beforeWithoutOwner : before) && !db.Set<MediaUse>().Any(use => use.Path == row.Path))
            .OrderBy(row => row.CreatedUtc).Take(500).ToListAsync(ct);
        gone.RemoveAll(row => files.IsFresh(row.Hash));
        db.RemoveRange(gone);
        await db.SaveChangesAsync(ct);

        // Twice the same file is stored once: the bytes go with their last row.
        var hashes = gone.Select(row => row.Hash).Distinct().ToList();
        var kept = await db.Set<MediaRow>().Where(row => hashes.Contains(row.Hash)).Select(row => row.Hash).Distinct().ToListAsync(ct);
        foreach (var media in gone.DistinctBy(row => row.Hash).Where(row => !kept.Contains(row.Hash)))
        {
            files.Delete(media);
        }
    }
}

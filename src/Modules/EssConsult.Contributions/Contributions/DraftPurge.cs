using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Deletes the drafts that nobody took up again: of a browser whose author never said who they are, and of people.</summary>
internal sealed class DraftPurge(SiteDb db, IContentStore content, TimeProvider clock) : IRecurringJob
{
    public const int MonthsKept = 12;
    public const int DaysKeptWithoutAuthor = 15;
    private const int ATime = 50;

    public string Name => "contribution-draft-purge";

    public async Task RunAsync(CancellationToken ct)
    {
        while (await DeleteAsync(ct) == ATime)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> DeleteAsync(CancellationToken ct)
    {
        var (before, beforeWithoutAuthor) = (clock.UtcNow().AddMonths(-MonthsKept), clock.UtcNow().AddDays(-DaysKeptWithoutAuthor));
        await using var write = await db.BeginWriteAsync(ct);
        var old = await db.Set<ContributionRow>().Where(row => row.State == ContributionState.Draft
                && !db.Set<ContentRow>().Any(draft => draft.ContentItemId == row.ContentItemId && draft.ModifiedUtc >= (row.AuthorId == null ? beforeWithoutAuthor : before)))
            .OrderBy(row => row.ContentItemId).Take(ATime).ToListAsync(ct);
        foreach (var draft in old)
        {
            await content.EraseAsync(draft.ContentItemId, ct);
            db.Remove(draft);
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return old.Count;
    }
}

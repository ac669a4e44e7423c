using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Editions;

internal static class EditionAwards
{
    /// <summary>Stages a distinction and its line in the register; the caller saves.</summary>
    /// <param name="db">The unit of work.</param>
    /// <param name="edition">As <c>LockEditionAsync</c> gave it.</param>
    /// <param name="entryId">Whose.</param>
    /// <param name="name">Empty takes it back.</param>
    /// <param name="citation">Null leaves it as it is.</param>
    /// <param name="now">When it was decided.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task StageAsync(SiteDb db, Edition edition, Guid entryId, string name, string? citation, DateTime now, CancellationToken ct)
    {
        var award = await db.Set<Award>().FirstOrDefaultAsync(row => row.EntryId == entryId, ct);
        if (name.Length == 0)
        {
            if (award is null)
            {
                return;
            }

            db.Remove(award);
        }
        else
        {
            award ??= db.Add(new Award { EntryId = entryId, EditionId = edition.ContentItemId, Name = name, Order = 1 + (await db.Set<Award>().Where(row => row.EditionId == edition.ContentItemId).MaxAsync(row => (int?)row.Order, ct) ?? 0) }).Entity;
            award.Name = name;
            award.Citation = citation is null ? award.Citation : citation.Length > 0 ? citation : null;
        }

        db.Record(edition, now, RecordedActs.OfAward(entryId, name, name.Length == 0 ? 0 : award.Order));
    }
}

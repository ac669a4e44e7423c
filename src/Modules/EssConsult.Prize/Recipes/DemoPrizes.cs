using EssConsult.Contributions.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Privacy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Recipes;

/// <summary>The fictional editions with everything in them, and what fictional people entered elsewhere.</summary>
internal sealed class DemoPrizes(SiteDb db, IContentStore content) : IDemoPiece
{
    public string Label => "Éditions fictives d’un prix";

    public Task<int> CountAsync(CancellationToken ct) => db.Set<Edition>().CountAsync(edition => edition.IsDemo, ct);

    public async Task RemoveAsync(IReadOnlyList<string> persons, CancellationToken ct)
    {
        var ids = await db.Set<Edition>().Where(edition => edition.IsDemo).Select(edition => edition.ContentItemId).ToListAsync(ct);
        await PrizeErasure.EntriesAsync(db, db.Set<Entry>().Where(entry => ids.Contains(entry.EditionId) || persons.Contains(entry.OwnerId)), ct);
        await PrizeErasure.EditionsAsync(db, ids, ct);
        foreach (var id in ids)
        {
            await content.EraseAsync(id, ct);
            db.Publish(new EditionChanged(id));
        }
    }
}

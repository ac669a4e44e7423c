using EssConsult.Prize.Editions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Entries;

/// <summary>Entries as a vote names them: by what was sent last.</summary>
internal sealed class PrizeEntries(SiteDb db) : IPrizeEntries
{
    private const int MostEditions = 50, MostEntries = 500;

    public async Task<IReadOnlyList<PrizeName>> EditionsAsync(CancellationToken ct) =>
        await db.Set<Edition>().Where(edition => edition.Published && !edition.IsArchived).OrderByDescending(edition => edition.ClosesUtc).Take(MostEditions).Select(edition => new PrizeName(edition.ContentItemId, edition.Title)).ToListAsync(ct);

    public async Task<IReadOnlyList<PrizeEntryName>> EligibleAsync(string editionId, string personId, CancellationToken ct)
    {
        var entries = await db.OpenTo(personId, editionId).Where(entry => entry.State == EntryState.Eligible).OrderBy(entry => entry.Number).Take(MostEntries).Select(entry => new { entry.Id, entry.Number }).ToListAsync(ct);
        var texts = await db.LastSentAsync(entries.ConvertAll(entry => entry.Id), ct);
        return [.. entries.Select(entry => new PrizeEntryName(entry.Id, entry.Number!.Value, texts[entry.Id].Title))];
    }
}

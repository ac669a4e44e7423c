using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Results;

/// <summary>The register of an edition with the texts behind its hashes, as <c>verify-edition</c> reads it. Five queries, however large it is.</summary>
internal sealed class EditionExport(SiteDb db)
{
    public async Task<EditionFile> ReadAsync(Edition edition, CancellationToken ct)
    {
        var sent = db.Set<Entry>().Where(entry => entry.EditionId == edition.ContentItemId).Select(entry => entry.Id);
        var entries = await db.Set<EntrySubmission>().AsNoTracking().Where(row => sent.Contains(row.EntryId) && row.Content != string.Empty).OrderBy(row => row.Hash).Select(row => row.Content).Distinct().ToListAsync(ct);
        var sheets = await db.Set<SheetSubmission>().AsNoTracking().Where(row => sent.Contains(row.EntryId) && row.Content != string.Empty).OrderBy(row => row.Commitment).Select(row => new { row.Key, row.Content }).ToListAsync(ct);
        var ranking = await db.Set<EditionResult>().Where(result => result.EditionId == edition.ContentItemId).Select(result => result.Content).FirstOrDefaultAsync(ct);
        return new EditionFile(await db.ActsAsync(edition.ContentItemId, ct), edition.Rule!, [.. entries.Order(StringComparer.Ordinal)], [.. sheets.Select(sheet => new SheetOpening(Convert.ToHexStringLower(sheet.Key), sheet.Content))], ranking) { SheetsErased = edition.JuryErasedUtc is not null };
    }
}

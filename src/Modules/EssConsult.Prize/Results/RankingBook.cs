using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Results;

/// <summary>Reads the sheets of an edition and applies its rule: two queries, however many there are.</summary>
internal sealed class RankingBook(SiteDb db)
{
    /// <returns>The ranking, and the entries' numbers.</returns>
    public async Task<(Ranking Ranking, IReadOnlyDictionary<Guid, int> Numbers)> ReadAsync(Edition edition, CancellationToken ct)
    {
        var rule = ScoringRule.Read(edition.Rule!);
        var numbers = await db.Set<Entry>().Where(entry => entry.EditionId == edition.ContentItemId && entry.State == EntryState.Eligible).ToDictionaryAsync(entry => entry.Id, entry => entry.Number!.Value, ct);
        var sheets = await db.Set<Sheet>().AsNoTracking().Where(sheet => !sheet.Abstained && db.Set<Entry>().Any(entry => entry.Id == sheet.EntryId && entry.EditionId == edition.ContentItemId)).Select(sheet => new { sheet.JurorId, sheet.EntryId, sheet.Content }).ToListAsync(ct);
        var totals = sheets.Select(sheet => (sheet, Marks: SheetText.Read(sheet.Content).Marks)).Select(read => new SheetTotal(read.sheet.JurorId, read.sheet.EntryId, read.Marks, rule.Total(read.Marks)!.Value)).ToList();
        return (Ranking.Of(rule, numbers.OrderBy(entry => entry.Value).Select(entry => entry.Key), totals), numbers);
    }
}

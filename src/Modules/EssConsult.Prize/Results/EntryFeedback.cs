using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Results;

/// <summary>What an applicant reads once the laureates are announced: their own result, each criterion's mean, and the comments that jurors wrote for them, in no order that tells who wrote which.</summary>
internal sealed record EntryFeedback(decimal? Total, int Sheets, IReadOnlyList<(string Criterion, decimal Mean, int Highest)> Criteria, IReadOnlyList<string> Comments)
{
    /// <returns>Null before the announcement, once the jury's file is erased, and for an entry that was not judged.</returns>
    public static async Task<EntryFeedback?> ReadAsync(SiteDb db, Edition edition, Entry entry, CancellationToken ct)
    {
        if (edition is not { Stage: EditionStage.Announced, JuryErasedUtc: null } || entry.State != EntryState.Eligible)
        {
            return null;
        }

        var rule = ScoringRule.Read(edition.Rule!);
        var sheets = (await db.Set<Sheet>().AsNoTracking().Where(sheet => sheet.EntryId == entry.Id && !sheet.Abstained).Select(sheet => new { sheet.JurorId, sheet.Content }).ToListAsync(ct)).ConvertAll(sheet => (sheet.JurorId, Text: SheetText.Read(sheet.Content)));
        var result = Ranking.Of(rule, [entry.Id], [.. sheets.Select(sheet => new SheetTotal(sheet.JurorId, entry.Id, sheet.Text.Marks, rule.Total(sheet.Text.Marks)!.Value))]).Entries[0];
        return new EntryFeedback(result.Total, sheets.Count, [.. rule.Criteria.Where(criterion => result.Criteria.ContainsKey(criterion.Id)).Select(criterion => (criterion.Label, result.Criteria[criterion.Id], criterion.Highest))],
            [.. sheets.Select(sheet => sheet.Text.Comments.GetValueOrDefault(SheetText.ToEntrant)).OfType<string>().Order(StringComparer.CurrentCulture)]);
    }
}

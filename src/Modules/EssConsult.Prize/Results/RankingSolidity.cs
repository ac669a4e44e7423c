using EssConsult.JuryStatistics.Agreement;
using EssConsult.JuryStatistics.Robustness;

namespace EssConsult.Prize.Results;

/// <param name="Share">Part of all weights that would have to be moved for this entry to draw level with the first, 0 to 1; null where no weights do.</param>
internal sealed record EntryReach(Guid EntryId, decimal? Share);

/// <summary>On how much the ranking hangs: weights, single jurors. For information, never for the result.</summary>
internal static class RankingSolidity
{
    /// <summary>How far each entry but the first is from it, in weights.</summary>
    public static IReadOnlyList<EntryReach> Reaches(Ranking ranking)
    {
        List<decimal> weights = [.. ranking.Rule.Counting.Select(criterion => criterion.Weight)];
        var marked = ranking.Entries.Where(entry => entry.Sheets.Count > 0).Select(entry => (entry.EntryId, Marks: Means(ranking.Rule, entry))).ToList();
        return marked.Count < 2 || weights.Sum() <= 0 ? [] : [.. marked.Skip(1).Select(entry => new EntryReach(entry.EntryId, WeightSensitivity.ToTie(weights, marked[0].Marks, entry.Marks)?.Moved / weights.Sum()))];
    }

    /// <summary>The ranking under other weights.</summary>
    /// <param name="ranking">As it is.</param>
    /// <param name="weights">By the criterion's id; what is missing stays as it is.</param>
    public static IReadOnlyList<(Guid EntryId, WhatIfPlace Place)> WhatIf(Ranking ranking, IReadOnlyDictionary<string, decimal> weights)
    {
        var counting = ranking.Rule.Counting.ToList();
        var sheets = new WeightedSheets(ranking.Entries.Count, ranking.Entries.Index().SelectMany(entry => entry.Item.Sheets.Select(sheet => new ScoreSheet(entry.Index, counting.ConvertAll(criterion => (decimal?)ScoringRule.Share(criterion, sheet.Marks[criterion.Id]))))));
        return [.. sheets.WhatIf(counting.ConvertAll(criterion => criterion.Weight), counting.ConvertAll(criterion => weights.GetValueOrDefault(criterion.Id, criterion.Weight)), ranking.Rule.Rounding).Select(place => (ranking.Entries[place.Entry].EntryId, place))];
    }

    /// <summary>What the first places would be without each juror. For the chair alone: nobody is to answer for a mark in public.</summary>
    public static IReadOnlyList<(Guid JurorId, JurorInfluence Influence)> Influences(Ranking ranking, int top)
    {
        var entries = ranking.Entries.Where(entry => entry.Sheets.Count > 0).ToList();
        var jurors = entries.SelectMany(entry => entry.Sheets).Select(sheet => sheet.JurorId).Distinct().Order().ToList();
        if (entries.Count < 2 || jurors.Count < 2)
        {
            return [];
        }

        var table = new MarkTable(entries.Select(entry => (IReadOnlyList<double?>)jurors.ConvertAll(juror => (double?)entry.Sheets.FirstOrDefault(sheet => sheet.JurorId == juror)?.Total)));
        return [.. PivotalJurors.Of(table, Math.Min(top, entries.Count)).Select(influence => (jurors[influence.Juror], influence))];
    }

    /// <summary>The entry that an influence speaks of by number.</summary>
    public static Guid EntryAt(Ranking ranking, int number) => ranking.Entries.Where(entry => entry.Sheets.Count > 0).ElementAt(number).EntryId;

    private static List<decimal> Means(ScoringRule rule, RankedEntry entry) => [.. rule.Counting.Select(criterion => entry.Sheets.Average(sheet => ScoringRule.Share(criterion, sheet.Marks[criterion.Id])))];
}

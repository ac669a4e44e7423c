using EssConsult.JuryStatistics.Marks;
using EssConsult.JuryStatistics.Robustness;
using EssConsult.JuryStatistics.Severity;

namespace EssConsult.Prize.Results;

/// <summary>Other ways of counting one entry, and how sure its rank is; shown beside the rule's ranking, never in its stead.</summary>
/// <param name="Trimmed">Mean without the highest and the lowest of its totals; null with fewer than three.</param>
/// <param name="Corrected">Mean corrected for severe and generous jurors (additive mixed model by REML), out of 20; null where that cannot be said.</param>
/// <param name="Odds">Probability of the first place and the interval that holds its rank nine times in ten; null where that cannot be said.</param>
internal sealed record EntryInsight(Guid EntryId, decimal? Median, decimal? Trimmed, double? Corrected, RankOdds? Odds);

/// <summary>What the sheets say beyond the rule.</summary>
/// <param name="Parts">In how many parts that share no juror the entries fall; with more than one nothing is corrected.</param>
/// <param name="Entries">In the order of the ranking.</param>
/// <param name="Anchors">Readings that would have made one part of them.</param>
internal sealed record RankingInsight(int Parts, IReadOnlyList<EntryInsight> Entries, IReadOnlyList<(Guid EntryId, Guid JurorId)> Anchors)
{
    private const int Draws = 2000;

    /// <param name="ranking">Of the rule.</param>
    /// <param name="ruleHash">Seeds the draws: they come out the same whenever they are looked at.</param>
    /// <param name="recused">Pairs that may not be proposed.</param>
    public static RankingInsight Of(Ranking ranking, string ruleHash, IReadOnlySet<(Guid EntryId, Guid JurorId)> recused)
    {
        var entries = ranking.Entries.Where(entry => entry.Sheets.Count > 0).ToList();
        var jurors = entries.SelectMany(entry => entry.Sheets).Select(sheet => sheet.JurorId).Distinct().Order().ToList();
        var marks = entries.SelectMany((entry, index) => entry.Sheets.Select(sheet => (Entry: index, Juror: jurors.IndexOf(sheet.JurorId), Mark: (double)sheet.Total))).ToList();
        var parts = entries.Count == 0 ? 0 : Design.Parts(entries.Count, jurors.Count, marks.Select(mark => (mark.Entry, mark.Juror))).Count;
        var (corrected, odds) = parts == 1 && entries.Count > 1 && jurors.Count > 1 && marks.Count > entries.Count ? Model(marks, entries.Count, jurors.Count, ruleHash) : (null, null);
        return new RankingInsight(parts, [.. entries.Select((entry, index) => new EntryInsight(
            entry.EntryId, entry.Median, PanelMark.TrimmedMean([.. entry.Sheets.Select(sheet => sheet.Total)], 1), corrected?[index], odds?[index]))], parts <= 1 ? [] : Anchored(entries, jurors, [.. marks.Select(mark => (mark.Entry, mark.Juror))], recused));
    }

    private static IReadOnlyList<(Guid EntryId, Guid JurorId)> Anchored(List<RankedEntry> entries, List<Guid> jurors, List<(int Entry, int Juror)> marked, IReadOnlySet<(Guid EntryId, Guid JurorId)> recused)
    {
        var forbidden = (from entry in Enumerable.Range(0, entries.Count) from juror in Enumerable.Range(0, jurors.Count) where recused.Contains((entries[entry].EntryId, jurors[juror])) select (entry, juror)).ToHashSet();
        return [.. EssConsult.JuryStatistics.Severity.Anchors.Propose(entries.Count, jurors.Count, marked, forbidden).Select(reading => (entries[reading.Entry].EntryId, jurors[reading.Juror]))];
    }

    private static (double[]? Corrected, IReadOnlyList<RankOdds>? Odds) Model(List<(int Entry, int Juror, double Mark)> marks, int entries, int jurors, string ruleHash)
    {
        var data = MixedModelData.Of([.. marks.Select(mark => mark.Mark)], new RandomFactor("entry", [.. marks.Select(mark => mark.Entry)], entries), new RandomFactor("juror", [.. marks.Select(mark => mark.Juror)], jurors));
        MixedModelFit fit;
        try
        {
            fit = MixedModel.Fit(data);
        }
        catch (MathNet.Numerics.Optimization.OptimizationException)
        {
            // What is only for information keeps nobody from settling the ranking.
            return (null, null);
        }

        if (!(fit.ResidualDeviation > 1e-9))
        {
            return (null, null);
        }

        return ([.. fit.Effects[0].Select(effect => fit.FixedEffects[0] + effect)], PosteriorRanks.Of(data, fit, 0, new RankDraws(Sealing.Seed(ruleHash), Draws)));
    }
}

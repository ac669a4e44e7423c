using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.JuryStatistics.Agreement;
using EssConsult.JuryStatistics.Marks;
using EssConsult.Ledger;

namespace EssConsult.JuryRecord;

/// <summary>One juror's result of an entry, out of 20.</summary>
public sealed record SheetTotal(Guid JurorId, Guid EntryId, IReadOnlyDictionary<string, int> Marks, decimal Total);

/// <summary>An entry in the ranking.</summary>
/// <param name="Total">The mean of the jurors' totals, rounded as the rule says; null while nobody marked it.</param>
/// <param name="DecidedBy">Which rung of the ladder tells it from the one before: 0 for the result, -1 when nothing does.</param>
public sealed record RankedEntry(Guid EntryId, int Rank, int DecidedBy, decimal? Total, decimal? Median, IReadOnlyList<SheetTotal> Sheets, IReadOnlyDictionary<string, decimal> Criteria)
{
    public decimal? Lowest => Sheets.Count == 0 ? null : Sheets.Min(sheet => sheet.Total);

    public decimal? Highest => Sheets.Count == 0 ? null : Sheets.Max(sheet => sheet.Total);
}

/// <summary>The rule applied to the sheets that were given. A pure function: the same sheets give the same ranking, to the last digit.</summary>
public sealed record Ranking(ScoringRule Rule, IReadOnlyList<RankedEntry> Entries)
{
    /// <param name="rule">As it was frozen.</param>
    /// <param name="entries">All that take part: without a sheet one comes last.</param>
    /// <param name="sheets">Without abstentions.</param>
    public static Ranking Of(ScoringRule rule, IEnumerable<Guid> entries, IReadOnlyCollection<SheetTotal> sheets)
    {
        var marked = sheets.ToLookup(sheet => sheet.EntryId);
        var read = entries.Select(entry => Describe(rule, entry, [.. marked[entry].OrderBy(sheet => sheet.JurorId)])).ToList();
        var places = Standings.Order(read, entry => entry.Total, entry => entry.Criteria.TryGetValue(rule.Heaviest.Id, out var mean) ? mean : null, entry => entry.Median, entry => entry.Lowest);
        return new Ranking(rule, [.. places.Select(place => place.Entry with { Rank = place.Rank, DecidedBy = place.DecidedBy })]);
    }

    /// <summary>How much jurors agree: Krippendorff's alpha over their totals, at interval level; null where it says nothing.</summary>
    public double? Agreement()
    {
        var jurors = Entries.SelectMany(entry => entry.Sheets).Select(sheet => sheet.JurorId).Distinct().Order().ToList();
        return KrippendorffAlpha.Of(new MarkTable(Entries.Select(entry => (IReadOnlyList<double?>)[.. jurors.Select(juror => (double?)entry.Sheets.FirstOrDefault(sheet => sheet.JurorId == juror)?.Total)])), MarkLevel.Interval);
    }

    /// <summary>As it is recorded and hashed.</summary>
    public string Write(string ruleHash, IReadOnlyDictionary<Guid, int> numbers) => CanonicalJson.Text(new JsonObject
    {
        ["rule"] = ruleHash,
        ["entries"] = new JsonArray([.. Entries.Select(entry => (JsonNode)new JsonObject
        {
            ["number"] = numbers[entry.EntryId], ["rank"] = entry.Rank, ["result"] = entry.Total?.ToString($"F{Rule.Rounding.Digits}", CultureInfo.InvariantCulture), ["sheets"] = entry.Sheets.Count,
        })]),
    });

    private static RankedEntry Describe(ScoringRule rule, Guid entry, IReadOnlyList<SheetTotal> sheets)
    {
        var totals = sheets.Select(sheet => sheet.Total).ToList();
        var criteria = rule.Criteria.Where(_ => sheets.Count > 0).ToDictionary(criterion => criterion.Id, criterion => rule.Rounding.Round(PanelMark.Mean([.. sheets.Select(sheet => (decimal)sheet.Marks[criterion.Id])])!.Value));
        return new RankedEntry(entry, 0, 0, PanelMark.Mean(totals) is { } mean ? rule.Rounding.Round(mean) : null, PanelMark.Median(totals), sheets, criteria);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Ledger;

namespace EssConsult.Prize.Public;

/// <param name="Rank">Shared by those whom neither the combined mark nor the jury's ranking tells apart.</param>
/// <param name="Jury">The jury's mark; null where nobody marked it: such an entry comes last.</param>
/// <param name="Public">The public's mark out of 20, not rounded.</param>
internal sealed record CombinedEntry(Guid EntryId, int Rank, decimal? Jury, long Votes, decimal Public, decimal? Total);

/// <summary>
/// Jury and public under the frozen formula. The public's mark is 20 × votes of the entry ÷ votes of the most chosen one; the result is
/// (100 − weight) % of the jury's mark and weight % of the public's, rounded as the jury's rule says. Equal results follow the jury's ranking.
/// </summary>
internal sealed record CombinedRanking(int Percent, int Digits, IReadOnlyList<CombinedEntry> Entries)
{
    public static CombinedRanking Of(Ranking jury, IReadOnlyDictionary<Guid, long> votes, int percent)
    {
        // Of those that are ranked: an entry that was withdrawn since is nobody's measure.
        var most = jury.Entries.Select(entry => votes.GetValueOrDefault(entry.EntryId)).DefaultIfEmpty(0).Max();
        var marked = jury.Entries.Select(entry =>
        {
            var cast = votes.GetValueOrDefault(entry.EntryId);
            var mark = most == 0 ? 0 : ScoringRule.OutOf * cast / most;
            decimal? total = entry.Total is { } mean ? jury.Rule.Rounding.Round((((100 - percent) * mean) + (percent * mark)) / 100) : null;
            return (entry.Rank, Line: new CombinedEntry(entry.EntryId, 0, entry.Total, cast, mark, total));
        }).OrderByDescending(line => line.Line.Total ?? -1).ThenBy(line => line.Rank).ToList();
        var ranked = new List<CombinedEntry>();
        foreach (var (place, (rank, line)) in marked.Index())
        {
            var isEqual = place > 0 && ranked[place - 1].Total == line.Total && marked[place - 1].Rank == rank;
            ranked.Add(line with { Rank = isEqual ? ranked[place - 1].Rank : place + 1 });
        }

        return new CombinedRanking(percent, jury.Rule.Rounding.Digits, ranked);
    }

    /// <summary>As it is recorded and hashed.</summary>
    /// <param name="ranking">Hash of the jury's ranking.</param>
    /// <param name="result">Hash of the public's result.</param>
    public string Write(string ranking, string result, IReadOnlyDictionary<Guid, int> numbers) => CanonicalJson.Text(new JsonObject
    {
        ["ranking"] = ranking, ["result"] = result, ["percent"] = Percent,
        ["entries"] = new JsonArray([.. Entries.Select(entry => (JsonNode)new JsonObject
        {
            ["number"] = numbers[entry.EntryId], ["rank"] = entry.Rank, ["jury"] = Text(entry.Jury, Digits), ["votes"] = entry.Votes, ["public"] = Text(entry.Public, 4), ["total"] = Text(entry.Total, Digits),
        })]),
    });

    private static string? Text(decimal? value, int digits) => value?.ToString($"F{digits}", CultureInfo.InvariantCulture);
}

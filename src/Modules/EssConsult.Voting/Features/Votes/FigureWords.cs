using EssConsult.Tally;

namespace EssConsult.Voting.Features.Votes;

/// <summary>Which figure of a count is plotted, and how it is called; French, keys of the translations.</summary>
internal static class FigureWords
{
    public const string Votes = "Voix";

    public static string MainOf(TallyMethod method) => method switch
    {
        TallyMethod.Score => "sum",
        TallyMethod.MajorityJudgment => "median",
        TallyMethod.Borda => "points",
        TallyMethod.Schulze or TallyMethod.RankedPairs => "beats",
        _ => "votes",
    };

    public static string Label(string figure) => figure switch
    {
        "sum" or "points" => "Points",
        "median" => "Mention médiane",
        "beats" => "Duels gagnés",
        _ => Votes,
    };

    /// <summary>A number as people read it: whole, or with two decimals.</summary>
    public static string Shown(Fraction value) => value.Denominator.IsOne ? value.Numerator.ToString("N0", System.Globalization.CultureInfo.CurrentCulture) : value.Approximately.ToString("N2", System.Globalization.CultureInfo.CurrentCulture);
}

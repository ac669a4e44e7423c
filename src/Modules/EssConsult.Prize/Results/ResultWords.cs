namespace EssConsult.Prize.Results;

internal static class ResultWords
{
    /// <summary>What told the entry from the one before it, French and a key of the translations; null when the result did, or nothing.</summary>
    public static string? TieBreak(this RankedEntry entry) => entry.DecidedBy switch
    {
        1 => "au critère le plus lourd",
        2 => "à la médiane",
        3 => "à la note la plus basse",
        _ => null,
    };
}

using EssConsult.Search.Analysis;

namespace EssConsult.Search.Querying;

/// <summary>One piece of what the reader typed: a word, a phrase between quotation marks, either of them excluded by a hyphen.</summary>
internal sealed record Wanted(string Text, bool IsPhrase, bool IsExcluded)
{
    public List<WordAt> Exact { get; } = Analyzers.Exact.Read(Text, MostTokens);

    public List<WordAt> French { get; } = Analyzers.French.Read(Text, MostTokens);

    public List<WordAt> English { get; } = Analyzers.English.Read(Text, MostTokens);

    /// <summary>Words of no weight (« le », « de ») are asked for only when nothing else is.</summary>
    public bool IsStopWord => French.Count == 0 && !IsPhrase;

    private const int MostTokens = 12;
    private const int MostPieces = 16;
    private const int LongestText = 300;

    /// <summary>Reads any text whatever: what is not a quotation mark or a leading hyphen is a word.</summary>
    public static IReadOnlyList<Wanted> Read(string? typed)
    {
        var text = typed is { Length: > LongestText } ? typed[..LongestText] : typed ?? string.Empty;
        var pieces = new List<Wanted>();
        var at = 0;
        while (at < text.Length && pieces.Count < MostPieces)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var excluded = text[at] == '-';
            at += excluded ? 1 : 0;
            var phrase = at < text.Length && ClosingMark(text[at]) != default;
            var start = phrase ? at + 1 : at;
            var end = phrase ? text.IndexOf(ClosingMark(text[at]), start) : WordEnd(text, start);
            end = end < 0 ? text.Length : end;
            var piece = new Wanted(text[start..end].Trim(), phrase, excluded);
            if (piece.Exact.Count > 0)
            {
                pieces.Add(piece);
            }

            at = Math.Max(end + (phrase ? 1 : 0), at + (phrase ? 1 : 0));
        }

        return pieces;
    }

    private static char ClosingMark(char open) => open switch { '"' => '"', '«' => '»', '“' => '”', _ => default };

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && ClosingMark(text[end]) == default)
        {
            end++;
        }

        return end;
    }
}

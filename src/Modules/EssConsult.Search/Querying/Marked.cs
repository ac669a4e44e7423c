using EssConsult.Search.Analysis;
using Lucene.Net.Analysis;

namespace EssConsult.Search.Querying;

/// <summary>A stretch of text, marked when the reader asked for it. The view encodes it.</summary>
internal readonly record struct Marked(string Text, bool IsMarked);

/// <summary>Finds the asked words in a text by the same analysis that found the document.</summary>
internal sealed class Marker
{
    private const int ExtractLength = 240;
    private const int Before = 50;
    private const int LongestText = 20_000;
    private readonly HashSet<string> exact;
    private readonly HashSet<string> stems;
    private readonly Analyzer analyzer;

    public Marker(IReadOnlyList<Wanted> pieces, string language)
    {
        var wanted = pieces.Where(piece => !piece.IsExcluded).ToList();
        var english = language == "en";
        analyzer = english ? Analyzers.English : Analyzers.French;
        stems = [.. wanted.Where(piece => !piece.IsPhrase).SelectMany(piece => english ? piece.English : piece.French).Select(word => word.Term)];
        exact = [.. wanted.Where(piece => piece.IsPhrase).SelectMany(piece => piece.Exact).Select(word => word.Term)];
    }

    public IReadOnlyList<Marked> Whole(string text) => Cut(text, Find(text), 0, text.Length);

    /// <summary>The stretch that holds the most different words asked for; the first words when none is there.</summary>
    public IReadOnlyList<Marked> Extract(string text)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        var found = Find(text);
        var start = found.Count == 0 ? 0 : WordStart(text, Math.Max(0, Best(found) - Before));
        var end = WordEnd(text, Math.Min(text.Length, start + ExtractLength));
        var parts = Cut(text, found, start, end);
        if (start > 0)
        {
            parts.Insert(0, new Marked("… ", false));
        }

        if (end < text.Length)
        {
            parts.Add(new Marked(" …", false));
        }

        return parts;
    }

    private List<WordAt> Find(string text)
    {
        var found = stems.Count == 0 ? [] : analyzer.Read(text).Where(word => stems.Contains(word.Term)).ToList();
        if (exact.Count > 0)
        {
            found.AddRange(Analyzers.Exact.Read(text).Where(word => exact.Contains(word.Term)));
            found = [.. found.OrderBy(word => word.Start).DistinctBy(word => word.Start)];
        }

        return found;
    }

    private static int Best(List<WordAt> found)
    {
        var (best, most) = (found[0].Start, -1);
        for (var first = 0; first < found.Count; first++)
        {
            var within = found.Skip(first).TakeWhile(word => word.End <= found[first].Start + ExtractLength - Before).ToList();
            var weight = (within.DistinctBy(word => word.Term).Count() * 100) + within.Count;
            if (weight > most)
            {
                (best, most) = (found[first].Start, weight);
            }
        }

        return best;
    }

    private static List<Marked> Cut(string text, List<WordAt> found, int start, int end)
    {
        var parts = new List<Marked>();
        var at = start;
        foreach (var word in found.Where(word => word.Start >= start && word.End <= end))
        {
            var first = WithoutArticle(text, word);
            if (first > at)
            {
                parts.Add(new Marked(text[at..first], false));
            }

            parts.Add(new Marked(text[first..word.End], true));
            at = word.End;
        }

        if (end > at)
        {
            parts.Add(new Marked(text[at..end], false));
        }

        return parts;
    }

    /// <summary>« l’énergie » is one word to the analysis; readers asked for « énergie ».</summary>
    private static int WithoutArticle(string text, WordAt word)
    {
        var apostrophe = text.AsSpan(word.Start, word.End - word.Start).IndexOfAny('\'', '’');
        return apostrophe < 0 || word.Term.Contains('\'', StringComparison.Ordinal) ? word.Start : word.Start + apostrophe + 1;
    }

    private static int WordStart(string text, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}

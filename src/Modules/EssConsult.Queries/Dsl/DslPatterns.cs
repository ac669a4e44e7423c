using EssConsult.Queries.Indexing;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util.Automaton;

namespace EssConsult.Queries.Dsl;

/// <summary>
/// Clauses that many terms may match. Patterns become automata whose size can double with every sign: those that could are refused, and
/// what matches is a set of documents, never a list of terms.
/// </summary>
internal static class DslPatterns
{
    private const int Longest = 100;
    private const int LongestRegexp = 60;
    private const int MostUnknownSigns = 10;
    private const int MostUnknownRuns = 5;
    private const int MostVariants = 50;
    private static readonly System.Buffers.SearchValues<char> Growing = System.Buffers.SearchValues.Create("{}<>&~\"");

    public static Query Prefix(string field, FieldKind kind, string text) => new PrefixQuery(new IndexTerm(field, Bounded(Folded(text, kind), Longest))) { MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE };

    public static Query Wildcard(string field, FieldKind kind, string pattern) =>
        pattern.Count(sign => sign == '?') > MostUnknownSigns || pattern.Count(sign => sign == '*') > MostUnknownRuns
            ? throw DslRefusal.Pattern(pattern)
            : new WildcardQuery(new IndexTerm(field, Bounded(Folded(pattern, kind), Longest))) { MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE };

    /// <summary>Repetitions of a given number, intersections and complements are what makes automata large.</summary>
    public static Query Regexp(string field, string pattern)
    {
        if (Bounded(pattern, LongestRegexp).AsSpan().ContainsAny(Growing))
        {
            throw DslRefusal.Pattern(pattern);
        }

        // « (a|b)*a » followed by many choices remembers each: choices are counted as unknown signs are.
        var choices = pattern.Count(sign => sign is '.' or '|' or '[' or '?');
        var repeats = pattern.Count(sign => sign is '*' or '+');
        try
        {
            return choices > MostUnknownSigns || repeats > MostUnknownRuns
                ? throw DslRefusal.Pattern(pattern)
                : new RegexpQuery(new IndexTerm(field, pattern), RegExpSyntax.NONE) { MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE };
        }
        catch (ArgumentException)
        {
            throw DslRefusal.Pattern(pattern);
        }
    }

    public static Query Fuzzy(string field, FieldKind kind, string text, string? fuzziness, int prefix)
    {
        var edits = fuzziness switch { null or "AUTO" or "auto" => text.Length < 3 ? 0 : text.Length < 6 ? 1 : 2, "0" => 0, "1" => 1, "2" => 2, _ => throw DslRefusal.Member(fuzziness, "fuzzy") };
        return new FuzzyQuery(new IndexTerm(field, Bounded(Folded(text, kind), Longest)), edits, prefix, MostVariants, transpositions: true);
    }

    /// <summary>Words of texts lie there in lower case and without accents.</summary>
    private static string Folded(string text, FieldKind kind)
    {
        if (kind != FieldKind.Text)
        {
            return text;
        }

        var (lower, folded) = (text.ToLowerInvariant(), new char[text.Length * 4]);
        return new string(folded, 0, ASCIIFoldingFilter.FoldToASCII(lower.ToCharArray(), 0, folded, 0, lower.Length));
    }

    private static string Bounded(string pattern, int longest) => pattern.Length <= longest ? pattern : throw DslRefusal.Pattern(pattern[..longest] + "…");
}

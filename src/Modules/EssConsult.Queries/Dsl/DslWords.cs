using EssConsult.Queries.Indexing;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace EssConsult.Queries.Dsl;

/// <summary>Clauses whose text is cut into words as the field was.</summary>
internal static class DslWords
{
    private const int MostWords = 100;

    public static Query Match(Analyzer analysis, string field, FieldKind kind, string text, bool all)
    {
        if (kind != FieldKind.Text)
        {
            return DslValues.Term(field, kind, text);
        }

        var query = new BooleanQuery();
        foreach (var word in Words(analysis, field, text))
        {
            query.Add(new TermQuery(new IndexTerm(field, word)), all ? Occur.MUST : Occur.SHOULD);
        }

        return query;
    }

    public static Query Phrase(Analyzer analysis, string field, FieldKind kind, string text, int slop)
    {
        if (kind != FieldKind.Text)
        {
            return DslValues.Term(field, kind, text);
        }

        var query = new PhraseQuery { Slop = slop };
        Words(analysis, field, text).ForEach(word => query.Add(new IndexTerm(field, word)));
        return query;
    }

    private static List<string> Words(Analyzer analysis, string field, string text)
    {
        var words = new List<string>();
        using var stream = analysis.GetTokenStream(field, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (words.Count < MostWords && stream.IncrementToken())
        {
            words.Add(term.ToString());
        }

        stream.End();
        return words;
    }
}

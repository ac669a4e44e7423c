using EssConsult.Search.Analysis;
using EssConsult.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Queries.Mlt;
using Lucene.Net.Search;

namespace EssConsult.Search.Near;

/// <summary>Documents of a kind that share the telling words of a text (MoreLikeThis).</summary>
internal static class NearQuery
{
    private const int MostTerms = 25;
    private const int LongestText = 4000;
    private const int FewestWords = 2;

    /// <returns>Null when the text has too few telling words to be compared.</returns>
    public static Query? Build(IndexReader reader, string title, string body, string language, string kind, string? exceptId)
    {
        var english = language == "en";
        var field = english ? FieldNames.TextEnglish : FieldNames.Text;
        var like = new MoreLikeThis(reader)
        {
            Analyzer = english ? Analyzers.English : Analyzers.French,
            FieldNames = [field],
            MinTermFreq = 1,
            MinDocFreq = 1,
            MaxQueryTerms = MostTerms,
            ApplyBoost = true,
        };

        // The title says in a few words what the body explains: its words count twice.
        var text = string.Join('\n', title, title, body.Length > LongestText ? body[..LongestText] : body);
        var words = (BooleanQuery)like.Like(new StringReader(text), field);
        if (words.Clauses.Count < FewestWords)
        {
            return null;
        }

        words.MinimumNumberShouldMatch = FewestWords;
        var query = new BooleanQuery { { words, Occur.MUST }, { new ConstantScoreQuery(new TermQuery(new Term(FieldNames.Facet(DocumentFields.TypeFacet), kind))) { Boost = 0 }, Occur.MUST } };
        if (exceptId is not null)
        {
            query.Add(new TermQuery(new Term(FieldNames.Id, exceptId)), Occur.MUST_NOT);
        }

        return query;
    }
}

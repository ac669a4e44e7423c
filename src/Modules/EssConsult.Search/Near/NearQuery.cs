using EssConsult.Search.Analysis;
using EssConsult.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Queries.Mlt;
using Lucene.Net.Search;

namespace EssConsult.Search.Near;

/// <summary>Documents of a kind that share the telling words of a text (MoreLikeThis).</summary>
internal static class NearQuery
{
    // Texts are short and their words many: fewer terms than this found clearly less on the labelled pairs.
    private const int MostTerms = 60;
    private const int LongestText = 4000;
    private const int FewestWords = 2;
    private const int OneWordIn = 10;

    /// <summary>What sharing a sector counts, beside words: about as much as one telling word.</summary>
    private const float SameSector = 2f;

    /// <returns>Null when the text has too few telling words to be compared.</returns>
    public static Query? Build(IndexReader reader, NearText text)
    {
        var english = text.Language == "en";
        var field = english ? FieldNames.TextEnglish : FieldNames.Text;
        var like = new MoreLikeThis(reader)
        {
            Analyzer = english ? Analyzers.English : Analyzers.French,
            FieldNames = [field],
            MinTermFreq = 1,

            // A word that only the document itself holds brings nothing and would take the place of another.
            MinDocFreq = text.IsIndexed ? 2 : 1,
            MaxQueryTerms = MostTerms,
            ApplyBoost = true,
        };

        // The title says in a few words what the body explains: its words count twice.
        var said = string.Join('\n', text.Title, text.Title, text.Body.Length > LongestText ? text.Body[..LongestText] : text.Body);
        var words = (BooleanQuery)like.Like(new StringReader(said), field);
        if (words.Clauses.Count < FewestWords)
        {
            return null;
        }

        words.MinimumNumberShouldMatch = Math.Max(FewestWords, words.Clauses.Count / OneWordIn);
        var query = new BooleanQuery { { words, Occur.MUST }, { Has("type", text.Kind, 0), Occur.MUST } };
        foreach (var sector in text.Sectors)
        {
            query.Add(Has("sector", sector, SameSector), Occur.SHOULD);
        }

        if (text.Id is not null)
        {
            query.Add(new TermQuery(new Term(FieldNames.Id, text.Id)), Occur.MUST_NOT);
        }

        return query;
    }

    private static ConstantScoreQuery Has(string facet, string value, float boost) => new(new TermQuery(new Term(FieldNames.Facet(facet), value))) { Boost = boost };
}

/// <summary>A text to find others close to.</summary>
internal sealed record NearText(string Title, string Body, string Kind)
{
    /// <summary>Its own id, which is not found.</summary>
    public string? Id { get; init; }

    /// <summary>It stands in the index itself; a draft does not.</summary>
    public bool IsIndexed { get; init; }

    public string Language { get; init; } = "fr";

    public IReadOnlyList<string> Sectors { get; init; } = [];
}

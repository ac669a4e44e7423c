using EssConsult.Search.Analysis;
using EssConsult.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace EssConsult.Search.Querying;

/// <summary>Turns the pieces into a query over stems (French, English) and exact words, in title and text.</summary>
internal static class QueryBuilder
{
    private const float TieBreaker = 0.1f;
    private const int ShortestBeginning = 6;

    /// <param name="pieces">What was typed.</param>
    /// <param name="all">Every piece must be there; otherwise one is enough and more come first.</param>
    /// <returns>Everything when nothing was typed.</returns>
    public static Query Build(IReadOnlyList<Wanted> pieces, bool all)
    {
        var wanted = pieces.Where(piece => !piece.IsExcluded).ToList();
        var telling = wanted.Where(piece => !piece.IsStopWord).ToList();
        var query = new BooleanQuery();
        if (wanted.Count == 0)
        {
            query.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        foreach (var piece in telling.Count > 0 ? telling : wanted)
        {
            query.Add(Piece(piece), all ? Occur.MUST : Occur.SHOULD);
        }

        foreach (var piece in pieces.Where(piece => piece.IsExcluded))
        {
            query.Add(Piece(piece), Occur.MUST_NOT);
        }

        return query;
    }

    private static DisjunctionMaxQuery Piece(Wanted piece)
    {
        var anywhere = new DisjunctionMaxQuery(TieBreaker);
        Add(anywhere, FieldNames.TitleExact, piece.Exact, piece.IsPhrase, 4f);
        Add(anywhere, FieldNames.TextExact, piece.Exact, piece.IsPhrase, 1.5f);
        if (!piece.IsPhrase)
        {
            Add(anywhere, FieldNames.Title, piece.French, phrase: false, 3f);
            Add(anywhere, FieldNames.Text, piece.French, phrase: false, 1f);
            Add(anywhere, FieldNames.TitleEnglish, piece.English, phrase: false, 3f);
            Add(anywhere, FieldNames.TextEnglish, piece.English, phrase: false, 1f);
            AddBeginning(anywhere, piece.French);
        }

        return anywhere;
    }

    /// <summary>« compost » also means « compostage »: longer words on the same stem, after all others.</summary>
    private static void AddBeginning(DisjunctionMaxQuery anywhere, List<WordAt> words)
    {
        if (words is [{ Term.Length: >= ShortestBeginning } word])
        {
            anywhere.Add(new PrefixQuery(new Term(FieldNames.Text, word.Term)) { Boost = 0.2f });
        }
    }

    private static void Add(DisjunctionMaxQuery anywhere, string field, List<WordAt> words, bool phrase, float boost)
    {
        if (words.Count == 0)
        {
            return;
        }

        Query query;
        if (words.Count == 1)
        {
            query = new TermQuery(new Term(field, words[0].Term));
        }
        else if (phrase)
        {
            var inOrder = new PhraseQuery();
            words.ForEach(word => inOrder.Add(new Term(field, word.Term)));
            query = inOrder;
        }
        else
        {
            // « vélo-cargo » is typed as one word and written as two: both must be there.
            var together = new BooleanQuery();
            words.ForEach(word => together.Add(new TermQuery(new Term(field, word.Term)), Occur.MUST));
            query = together;
        }

        query.Boost = boost;
        anywhere.Add(query);
    }
}

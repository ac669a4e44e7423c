using EssConsult.Search.Indexing;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;

namespace EssConsult.Search.Analysis;

internal static class Analyzers
{
    public static readonly Analyzer Exact = new Words();
    public static readonly Analyzer French = new FrenchStems();
    public static readonly Analyzer English = new EnglishStems();

    /// <summary>The analysis of every field of the index.</summary>
    public static readonly Analyzer PerField = new PerFieldAnalyzerWrapper(Exact, new Dictionary<string, Analyzer>
    {
        [FieldNames.Title] = French,
        [FieldNames.Text] = French,
        [FieldNames.TitleEnglish] = English,
        [FieldNames.TextEnglish] = English,
        [FieldNames.Forms] = new WordForms(),
    });

    /// <summary>The terms of a text with their places in it, at most <paramref name="most"/>.</summary>
    public static List<WordAt> Read(this Analyzer analyzer, string text, int most = int.MaxValue)
    {
        var words = new List<WordAt>();
        using var stream = analyzer.GetTokenStream(string.Empty, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        stream.Reset();
        while (words.Count < most && stream.IncrementToken())
        {
            words.Add(new WordAt(term.ToString(), offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return words;
    }
}

internal readonly record struct WordAt(string Term, int Start, int End);

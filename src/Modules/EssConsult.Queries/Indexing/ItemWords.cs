using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace EssConsult.Queries.Indexing;

/// <summary>The stems of a French text without articles and accents: « L’Énergie des écoles » gives <c>energi</c>, <c>de</c>, <c>ecol</c>.</summary>
internal sealed class ItemWords : Analyzer
{
    public static readonly Analyzer Instance = new ItemWords();

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream stream = new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
        stream = new FrenchLightStemFilter(new LowerCaseFilter(LuceneVersion.LUCENE_48, stream));
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(stream));
    }
}

/// <summary>What is typed for a field is cut as the field was.</summary>
internal sealed class FieldAnalysis(IContentDefinitions definitions) : AnalyzerWrapper(PER_FIELD_REUSE_STRATEGY)
{
    private static readonly Analyzer Whole = new KeywordAnalyzer();

    protected override Analyzer GetWrappedAnalyzer(string fieldName) => ItemFields.KindOf(definitions, fieldName) == FieldKind.Text ? ItemWords.Instance : Whole;
}

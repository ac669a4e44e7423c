using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Util;

namespace EssConsult.Search.Analysis;

/// <summary>Stems of English words without stop words (Porter).</summary>
internal sealed class EnglishStems : Words
{
    private static readonly CharArraySet StopWords = FoldedStopWords.Of(EnglishAnalyzer.DefaultStopSet);

    protected override TokenStream Refine(TokenStream words) =>
        new PorterStemFilter(new StopFilter(Version, Folded(new EnglishPossessiveFilter(Version, words)), StopWords));
}

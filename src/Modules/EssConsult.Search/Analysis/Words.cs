using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace EssConsult.Search.Analysis;

/// <summary>
/// The words of a French text as written, in lower case and without accents: « L’Énergie » gives <c>energie</c>. What every
/// other analysis starts from.
/// </summary>
internal class Words : Analyzer
{
    protected const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly CharArraySet Articles = new(Version, ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu", "presqu"], true);

    protected override TextReader InitReader(string fieldName, TextReader reader) => new StraightApostrophes(reader);

    protected sealed override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(words, Refine(new LowerCaseFilter(Version, words)));
    }

    protected virtual TokenStream Refine(TokenStream words) => Folded(WithoutArticles(words));

    protected static TokenStream WithoutArticles(TokenStream words) => new ElisionFilter(words, Articles);

    protected static TokenStream Folded(TokenStream words) => new ASCIIFoldingFilter(words);
}

/// <summary>Stems of French words without stop words: « l’énergie » and « énergies » give the same.</summary>
internal sealed class FrenchStems : Words
{
    private static readonly CharArraySet StopWords = FoldedStopWords.Of(FrenchAnalyzer.DefaultStopSet);

    /// <summary>Accents go before the stemmer, so that a word typed without them has the same stem.</summary>
    protected override TokenStream Refine(TokenStream words) =>
        new FrenchLightStemFilter(new StopFilter(Version, base.Refine(words), StopWords));
}

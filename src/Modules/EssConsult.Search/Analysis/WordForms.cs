using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;

namespace EssConsult.Search.Analysis;

/// <summary>
/// Each word twice in one term, without and with its accents (<c>energie␟énergie</c>): a suggestion found among folded words is
/// shown as people write it.
/// </summary>
internal sealed class WordForms : Words
{
    public const char Between = '\u001f';

    protected override TokenStream Refine(TokenStream words) => new BothForms(WithoutArticles(words));

    private sealed class BothForms : TokenFilter
    {
        private readonly ICharTermAttribute term;
        private char[] folded = [];

        public BothForms(TokenStream words)
            : base(words) => term = AddAttribute<ICharTermAttribute>();

        public override bool IncrementToken()
        {
            if (!m_input.IncrementToken())
            {
                return false;
            }

            var written = term.ToString();
            if (folded.Length < written.Length * 4)
            {
                folded = new char[written.Length * 4];
            }

            var length = ASCIIFoldingFilter.FoldToASCII(term.Buffer, 0, folded, 0, term.Length);
            term.SetEmpty().Append(folded, 0, length).Append(Between).Append(written);
            return true;
        }
    }
}

using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace EssConsult.Search.Analysis;

internal static class FoldedStopWords
{
    /// <summary>The list as it looks after folding: « même » is met as <c>meme</c>.</summary>
    public static CharArraySet Of(CharArraySet words) => new(LuceneVersion.LUCENE_48, [.. words.Select(Fold)], ignoreCase: false);

    private static string Fold(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
}

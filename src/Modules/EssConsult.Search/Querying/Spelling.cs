using EssConsult.Search.Analysis;
using EssConsult.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace EssConsult.Search.Querying;

/// <summary>Proposes words of the index in place of those that it does not hold.</summary>
internal static class Spelling
{
    private const int ShortestWord = 4;

    /// <summary>The same question with unknown words replaced; null when every word is known or nothing is near.</summary>
    public static string? Suggest(IndexReader reader, IReadOnlyList<Wanted> pieces)
    {
        var words = new List<string>();
        var replaced = false;
        foreach (var piece in pieces)
        {
            var near = piece is { IsPhrase: false, IsExcluded: false, Exact: [{ Term.Length: >= ShortestWord } word] } && !IsKnown(reader, piece) ? Near(reader, word.Term) : null;
            replaced |= near is not null;
            var written = piece.IsPhrase ? $"\"{piece.Text}\"" : piece.Text;
            words.Add(near ?? (piece.IsExcluded ? "-" + written : written));
        }

        return replaced ? string.Join(' ', words) : null;
    }

    /// <summary>The word itself or another form of it is in some document.</summary>
    private static bool IsKnown(IndexReader reader, Wanted piece) =>
        piece.Exact.Exists(word => reader.DocFreq(new Term(FieldNames.TextExact, word.Term)) > 0)
        || piece.French.Exists(word => reader.DocFreq(new Term(FieldNames.Text, word.Term)) > 0)
        || piece.English.Exists(word => reader.DocFreq(new Term(FieldNames.TextEnglish, word.Term)) > 0);

    private static string? Near(IndexReader reader, string word)
    {
        if (MultiFields.GetTerms(reader, FieldNames.TextExact) is not { } terms)
        {
            return null;
        }

        var edits = word.Length > 5 ? 2 : 1;
        var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(FieldNames.TextExact, word), edits, prefixLength: 1, transpositions: true);
        var (best, likeness, documents) = ((string?)null, 0f, 0);
        while (near.MoveNext())
        {
            var found = (near.Attributes.AddAttribute<IBoostAttribute>().Boost, near.DocFreq);
            if (found.Boost > likeness || (found.Boost == likeness && found.DocFreq > documents))
            {
                (best, likeness, documents) = (near.Term.Utf8ToString(), found.Boost, found.DocFreq);
            }
        }

        return best is null ? null : AsWritten(reader, best);
    }

    /// <summary>The form with accents that most documents use.</summary>
    private static string AsWritten(IndexReader reader, string folded)
    {
        var prefix = folded + WordForms.Between;
        var terms = MultiFields.GetTerms(reader, FieldNames.Forms).GetEnumerator();
        var (best, documents) = (folded, 0);
        for (var there = terms.SeekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END; there; there = terms.MoveNext())
        {
            var form = terms.Term.Utf8ToString();
            if (!form.StartsWith(prefix, StringComparison.Ordinal))
            {
                break;
            }

            if (terms.DocFreq > documents)
            {
                (best, documents) = (form[prefix.Length..], terms.DocFreq);
            }
        }

        return best;
    }
}

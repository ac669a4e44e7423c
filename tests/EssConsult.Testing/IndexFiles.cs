using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace EssConsult.Testing;

/// <summary>Looks into the files of the search index.</summary>
public static class IndexFiles
{
    /// <summary>Whether a stored value or a term holds the word, in documents marked as deleted too.</summary>
    public static bool IndexHolds(this Site site, string word)
    {
        using var directory = new NIOFSDirectory(Path.Combine(site.Folder, "index"));
        using var reader = DirectoryReader.Open(directory);
        return reader.Leaves.Any(leaf =>
            Enumerable.Range(0, leaf.Reader.MaxDoc).Any(number => leaf.Reader.Document(number).Fields.Any(field => field.GetStringValue(CultureInfo.InvariantCulture)?.Contains(word, StringComparison.OrdinalIgnoreCase) == true))
            || leaf.AtomicReader.Fields.Any(field => Terms(leaf.AtomicReader.GetTerms(field)).Any(term => term.Contains(word, StringComparison.OrdinalIgnoreCase))));
    }

    private static IEnumerable<string> Terms(Terms terms)
    {
        for (var each = terms.GetEnumerator(); each.MoveNext();)
        {
            yield return each.Term.Utf8ToString();
        }
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using EssConsult.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace EssConsult.Search.Near;

/// <summary>
/// The documents close to each document, in this node's memory: the follower finds them when a document changes, the first
/// reader finds those that were not yet known. They are derived from the index, so no database keeps them.
/// </summary>
internal sealed class Neighbours(NodeIndex index, SharedReads reads)
{
    /// <summary>More than a page shows: some readers may not see all of them.</summary>
    private const int Kept = 8;
    private const int MostAtOnce = 20;
    private const int MostDocuments = 50_000;
    private readonly ConcurrentDictionary<string, string[]> near = new();

    public IReadOnlyList<string> Of(string id) => near.TryGetValue(id, out var known) ? known : Find(id);

    /// <summary>Finds anew for changed documents, and lets those that knew them be found anew.</summary>
    /// <param name="changed">Ids of documents.</param>
    /// <param name="hurried">More changes wait: to index them comes first, and the first reader finds the neighbours.</param>
    public void Renew(IReadOnlyCollection<string> changed, bool hurried)
    {
        foreach (var id in changed)
        {
            if (near.TryRemove(id, out var former))
            {
                Drop(former);
            }
        }

        foreach (var id in changed.Take(hurried ? 0 : MostAtOnce))
        {
            Drop(Find(id));
        }
    }

    public void Forget() => near.Clear();

    /// <summary>Names what pages show of a document's neighbours.</summary>
    public static string Tag(string id) => "near:" + id;

    private void Drop(string[] ids)
    {
        Array.ForEach(ids, id => near.TryRemove(id, out _));
        reads.Forget(ids.Select(Tag));
    }

    private string[] Find(string id)
    {
        if (near.Count >= MostDocuments)
        {
            near.Clear();
        }

        var found = index.Read(searcher => Find(searcher, id));
        if (found is not null)
        {
            near[id] = found;
        }

        return found ?? [];
    }

    private static string[]? Find(IndexSearcher searcher, string id)
    {
        if (searcher.Search(new TermQuery(new Term(FieldNames.Id, id)), 1).ScoreDocs is not [{ } self])
        {
            return null;
        }

        var document = searcher.Doc(self.Doc);
        var query = NearQuery.Build(searcher.IndexReader, new NearText(document.Text(FieldNames.StoredTitle), document.Text(FieldNames.StoredBody), document.Text(FieldNames.Facet(DocumentFields.TypeFacet)))
        {
            Id = id,
            IsIndexed = true,
            Language = document.Text(FieldNames.Language),
            Sectors = document.GetValues(FieldNames.Facet("sector"), CultureInfo.InvariantCulture),
        });
        return query is null ? [] : [.. searcher.Search(query, Kept).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Text(FieldNames.Id))];
    }
}

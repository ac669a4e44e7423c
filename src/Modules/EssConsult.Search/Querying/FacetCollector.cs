using EssConsult.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace EssConsult.Search.Querying;

/// <summary>
/// Counts every facet in one pass. Values chosen in one facet widen each other, facets narrow each other; a facet's own counts
/// leave its own choice aside, so that they say what one more choice would bring.
/// </summary>
internal sealed class FacetCollector(IReadOnlyList<string> facets, IReadOnlyDictionary<string, IReadOnlyList<string>> chosen, ICollector hits) : ICollector
{
    private readonly Dictionary<string, int>[] totals = [.. facets.Select(_ => new Dictionary<string, int>())];
    private FacetColumn[] columns = [];

    /// <summary>Documents that fulfil every choice.</summary>
    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => false;

    public void SetScorer(Scorer scorer) => hits.SetScorer(scorer);

    public void SetNextReader(AtomicReaderContext context)
    {
        AddSegment();
        columns = [.. facets.Select(facet => new FacetColumn(context.AtomicReader, FieldNames.Facet(facet), chosen.GetValueOrDefault(facet) ?? []))];
        hits.SetNextReader(context);
    }

    public void Collect(int doc)
    {
        var (refusals, refusedBy) = (0, -1);
        for (var index = 0; index < columns.Length; index++)
        {
            if (!columns[index].Accepts(doc))
            {
                (refusals, refusedBy) = (refusals + 1, index);
            }
        }

        if (refusals == 0)
        {
            Total++;
            hits.Collect(doc);
            Array.ForEach(columns, column => column.Count());
        }
        else if (refusals == 1)
        {
            columns[refusedBy].Count();
        }
    }

    /// <summary>The counts per facet, after the search.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, int>> Totals()
    {
        AddSegment();
        return facets.Zip(totals).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private void AddSegment()
    {
        foreach (var (column, total) in columns.Zip(totals))
        {
            column.AddTo(total);
        }

        columns = [];
    }
}

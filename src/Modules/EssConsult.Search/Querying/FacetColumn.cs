using System.Collections;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace EssConsult.Search.Querying;

/// <summary>One facet in one segment: which values a document has, whether a chosen one is among them, how often each was counted.</summary>
internal sealed class FacetColumn
{
    private readonly SortedSetDocValues? values;
    private readonly int[] counts;
    private readonly BitArray? chosen;
    private readonly List<int> ofDocument = [];

    public FacetColumn(AtomicReader segment, string field, IReadOnlyCollection<string> selected)
    {
        values = segment.GetSortedSetDocValues(field);
        var size = (int)(values?.ValueCount ?? 0);
        counts = new int[size];
        if (selected.Count > 0)
        {
            chosen = new BitArray(size);
            foreach (var ord in selected.Select(value => values?.LookupTerm(new BytesRef(value)) ?? -1).Where(ord => ord >= 0))
            {
                chosen[(int)ord] = true;
            }
        }
    }

    /// <summary>Reads the document's values. False when the reader chose values and it has none of them.</summary>
    public bool Accepts(int document)
    {
        ofDocument.Clear();
        var accepted = chosen is null;
        if (values is null)
        {
            return accepted;
        }

        values.SetDocument(document);
        for (var ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
        {
            ofDocument.Add((int)ord);
            accepted |= chosen?[(int)ord] == true;
        }

        return accepted;
    }

    /// <summary>Counts the values of the document read last.</summary>
    public void Count() => ofDocument.ForEach(ord => counts[ord]++);

    public void AddTo(Dictionary<string, int> totals)
    {
        var value = new BytesRef();
        for (var ord = 0; ord < counts.Length; ord++)
        {
            if (counts[ord] > 0)
            {
                values!.LookupOrd(ord, value);
                var text = value.Utf8ToString();
                totals[text] = totals.GetValueOrDefault(text) + counts[ord];
            }
        }
    }
}

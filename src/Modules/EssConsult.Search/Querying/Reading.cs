using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EssConsult.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace EssConsult.Search.Querying;

/// <summary>Narrows a query to what the current reader may see: by permission, and by modules that are on.</summary>
internal sealed class Reading(CurrentPerson person, FeatureSwitch features)
{
    // A reader sees one state of the index, and every page of a contribution asks.
    private static readonly ConditionalWeakTable<IndexReader, ConcurrentDictionary<string, IReadOnlyList<string>>> Known = [];

    public Query Narrow(IndexSearcher searcher, Query query)
    {
        query = Narrow(searcher, query, FieldNames.Audience, audience => audience == FieldNames.Everybody || person.Can(audience));
        return Narrow(searcher, query, FieldNames.Module, features.IsEnabled);
    }

    /// <summary>Names what the reader may see: readers of one name find the same.</summary>
    public string Scope(IndexSearcher searcher) => string.Join(',',
        Values(searcher, FieldNames.Audience).Where(audience => audience == FieldNames.Everybody || person.Can(audience)).Concat(Values(searcher, FieldNames.Module).Where(features.IsEnabled)));

    // The index knows few audiences and few modules: all are looked at, and nothing is filtered when all are allowed.
    private static Query Narrow(IndexSearcher searcher, Query query, string field, Func<string, bool> isAllowed)
    {
        var values = Values(searcher, field);
        var allowed = values.Where(isAllowed).Select(value => new Term(field, value)).ToList();
        return allowed.Count == values.Count ? query : allowed.Count == 0 ? new BooleanQuery() : new FilteredQuery(query, new TermsFilter(allowed));
    }

    private static IReadOnlyList<string> Values(IndexSearcher searcher, string field) =>
        Known.GetOrCreateValue(searcher.IndexReader).GetOrAdd(field, static (name, reader) => [.. Terms(reader, name)], searcher.IndexReader);

    private static IEnumerable<string> Terms(IndexReader reader, string field)
    {
        var terms = MultiFields.GetTerms(reader, field)?.GetEnumerator();
        while (terms?.MoveNext() == true)
        {
            yield return terms.Term.Utf8ToString();
        }
    }
}

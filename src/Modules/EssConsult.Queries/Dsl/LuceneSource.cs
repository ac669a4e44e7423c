using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Themes;
using EssConsult.Queries.Indexing;
using EssConsult.Queries.Running;
using EssConsult.Queries.Sql;
using EssConsult.Queries.Stored;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;

namespace EssConsult.Queries.Dsl;

/// <summary>Items from this node's index of what is published.</summary>
internal sealed class LuceneSource(ItemIndex index, QueryBook book, Liquid liquid, IContentDefinitions definitions)
{
    /// <exception cref="RuleException">The template or the search is refused, or the index is not there yet.</exception>
    public async Task<QueryResult> RunAsync(StoredQuery query, QueryParameters parameters, Sight sight, CancellationToken ct)
    {
        var json = await liquid.RenderAsync(query.Template, parameters.Model, JavaScriptEncoder.Default);
        var search = DslSearch.Read(json, definitions);
        var profile = query.Index is { Length: > 0 } name ? book.FindIndex(name) ?? throw DslRefusal.Index(name) : null;
        await WaitAsync(ct);
        var types = profile is { ContentTypes.Count: > 0 } ? profile.ContentTypes : null;
        var rows = Find(search, Filter(types, sight)) ?? throw DslRefusal.NotReady;
        return new QueryResult([], [.. rows.SelectMany(row => row.Select(pair => pair.Key)).Prepend(ItemFields.Id).Distinct()], rows, search.Types ?? types);
    }

    private async Task WaitAsync(CancellationToken ct)
    {
        if (index.Ready.IsCompleted)
        {
            return;
        }

        if (!book.HasLucene)
        {
            throw DslRefusal.NoIndex;
        }

        try
        {
            await index.Ready.WaitAsync(SqlSource.Longest, ct);
        }
        catch (TimeoutException)
        {
            throw DslRefusal.NotReady;
        }
    }

    private List<JsonObject>? Find(DslSearch search, Filter? filter) => index.Read(searcher =>
    {
        var end = search.From + search.Size;
        if (search.Size == 0)
        {
            return [];
        }

        try
        {
            var found = search.Sort is null ? searcher.Search(search.Query, filter, end) : searcher.Search(search.Query, filter, end, search.Sort);
            return found.ScoreDocs.Skip(search.From).Select(hit => Row(searcher, hit.Doc)).ToList();
        }
        catch (BooleanQuery.TooManyClausesException)
        {
            throw DslRefusal.TooMuch;
        }
    });

    private static BooleanFilter? Filter(IReadOnlyList<string>? types, Sight sight)
    {
        var filter = new BooleanFilter();
        if (types is not null)
        {
            filter.Add(TypeIs(types), Occur.MUST);
        }

        if (!sight.Everything)
        {
            var seen = new BooleanFilter { { TypeIs(sight.Types), Occur.SHOULD } };
            if (sight.OwnTypes.Count > 0)
            {
                seen.Add(new BooleanFilter { { TypeIs(sight.OwnTypes), Occur.MUST }, { new TermFilter(new IndexTerm(ItemFields.Owner, sight.PersonId)), Occur.MUST } }, Occur.SHOULD);
            }

            filter.Add(seen, Occur.MUST);
        }

        return filter.Clauses.Count == 0 ? null : filter;
    }

    private static TermsFilter TypeIs(IEnumerable<string> types) => new([.. types.Select(type => new IndexTerm(ItemFields.Type, type))]);

    private static JsonObject Row(IndexSearcher searcher, int document)
    {
        var row = new JsonObject();
        foreach (var same in searcher.Doc(document).Fields.GroupBy(field => field.Name))
        {
            var values = same.Select(field => field.GetStringValue(CultureInfo.InvariantCulture)).ToList();
            row[same.Key] = values.Count == 1 ? values[0] : new JsonArray([.. values.Select(value => (JsonNode?)value)]);
        }

        return row;
    }
}

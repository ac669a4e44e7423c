using System.Text.Json.Nodes;
using EssConsult.Queries.Dsl;
using EssConsult.Queries.Sql;
using EssConsult.Queries.Stored;

namespace EssConsult.Queries.Running;

/// <summary>Runs a query for a reader, and loads the items that it names.</summary>
internal sealed class QueryRunner(SqlSource sql, LuceneSource lucene, Sights sights, IContentStore store)
{
    private static readonly string[] Ids = ["DocumentId", "ContentItemId", "Content.ContentItem.ContentItemId"];

    /// <summary>For whoever asks now.</summary>
    /// <exception cref="RuleException">The query is refused, lacks a parameter, or takes too long.</exception>
    public Task<QueryResult> RunAsync(StoredQuery query, QueryParameters parameters, CancellationToken ct) => RunAsync(query, parameters, sights.Reader, ct);

    public async Task<QueryResult> RunAsync(StoredQuery query, QueryParameters parameters, Sight sight, CancellationToken ct)
    {
        var found = query.Source == QuerySource.Lucene ? await lucene.RunAsync(query, parameters, sight, ct) : await sql.RunAsync(query.Template, parameters, sight, ct);
        return query.ReturnsItems ? found with { Items = await ItemsAsync(found, sight, ct), Rows = [], HoldsItems = true } : found;
    }

    private async Task<IReadOnlyList<ContentItem>> ItemsAsync(QueryResult found, Sight sight, CancellationToken ct)
    {
        var column = Ids.FirstOrDefault(found.Columns.Contains) ?? throw new RuleException("query.no-id", "Pour donner des contenus, la requête doit avoir une colonne DocumentId ou ContentItemId.");
        var ids = found.Rows.Select(row => (row[column] as JsonValue)?.ToString()).OfType<string>().Distinct().ToList();
        var items = await store.FindManyAsync(ids, ContentVersion.Published, ct);

        // The index may be a moment behind, and what may be seen is decided by the item itself.
        return [.. ids.Select(id => items.GetValueOrDefault(id)).OfType<ContentItem>().Where(item => sights.MayView(sight, item))];
    }
}

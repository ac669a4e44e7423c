using EssConsult.Content.Contracts;
using EssConsult.Search.Indexing;
using EssConsult.Search.Querying;
using Lucene.Net.Documents;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Term = Lucene.Net.Index.Term;

namespace EssConsult.Search.Near;

internal sealed class Similar(NodeIndex index, Neighbours neighbours, Reading reading, SharedReads reads, IMarkup markup) : ISimilar
{
    private const int ExtractLength = 160;

    public Task<IReadOnlyList<SimilarItem>> FindAsync(SimilarQuestion question, CancellationToken ct) => Task.FromResult(index.Read(searcher =>
    {
        var query = NearQuery.Build(searcher.IndexReader, new NearText(question.Title ?? string.Empty, question.Body ?? string.Empty, question.Kind) { Id = question.ExcludeId, Sectors = question.Sectors });
        return query is null ? [] : Items(searcher, query, Math.Clamp(question.Max, 1, SimilarQuestion.MostItems));
    }) ?? []);

    // Reading what the index stores of five texts costs more than the rest of a page.
    public async Task<IReadOnlyList<SimilarItem>> NearAsync(string id, CancellationToken ct) =>
        index.Read(reading.Scope) is not { } scope ? [] : (await reads.GetAsync($"near {id} {scope}", new CacheTags(), shown =>
        {
            var items = Near(id);
            shown.Add(id);
            shown.Add(Neighbours.Tag(id));
            foreach (var item in items)
            {
                shown.Add(item.Id);
            }

            return Task.FromResult<IReadOnlyList<SimilarItem>?>(items);
        }))!;

    private IReadOnlyList<SimilarItem> Near(string id)
    {
        var ids = neighbours.Of(id).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var found = index.Read(searcher => Items(searcher, new ConstantScoreQuery(new TermsFilter([.. ids.Select(near => new Term(FieldNames.Id, near))])), ids.Count)) ?? [];
        return [.. found.OrderBy(item => ids.IndexOf(item.Id)).Take(SimilarQuestion.MostItems)];
    }

    private IReadOnlyList<SimilarItem> Items(IndexSearcher searcher, Query query, int most) =>
        [.. searcher.Search(reading.Narrow(searcher, query), most).ScoreDocs.Select(hit => Item(searcher.Doc(hit.Doc)))];

    private SimilarItem Item(Document document) => new(
        document.Text(FieldNames.Id), document.Text(FieldNames.StoredTitle), document.Text(FieldNames.Url), markup.PlainText(document.Text(FieldNames.StoredBody), ExtractLength));
}

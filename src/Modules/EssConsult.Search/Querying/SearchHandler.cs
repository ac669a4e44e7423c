using EssConsult.Search.Indexing;
using Lucene.Net.Documents;
using Lucene.Net.Search;

namespace EssConsult.Search.Querying;

/// <summary>Answers a question from this node's index alone: no database.</summary>
internal sealed class SearchHandler(NodeIndex index, Reading reading, IEnumerable<SearchFacet> facets)
{
    private readonly IReadOnlyList<string> names = [.. facets.OrderBy(facet => facet.Order).Select(facet => facet.Name)];

    public SearchResults Search(SearchRequest request) => index.Read(searcher => Search(searcher, request)) ?? SearchResults.None;

    private SearchResults Search(IndexSearcher searcher, SearchRequest request)
    {
        var pieces = Wanted.Read(request.Text);
        var found = Run(searcher, request, QueryBuilder.Build(pieces, all: true));
        var loosened = found.Total == 0 && pieces.Count(piece => !piece.IsExcluded) > 1;
        if (loosened)
        {
            found = Run(searcher, request, QueryBuilder.Build(pieces, all: false));
        }

        return new SearchResults(found.Total, [.. found.Documents.Select(document => ToHit(searcher.Doc(document), pieces))], found.Facets)
        {
            IsLoosened = loosened && found.Total > 0,
            Suggestion = Suggest(searcher, pieces),
        };
    }

    private (int Total, IEnumerable<int> Documents, IReadOnlyDictionary<string, Dictionary<string, int>> Facets) Run(IndexSearcher searcher, SearchRequest request, Query query)
    {
        var end = request.Page * SearchRequest.PageSize;
        ITopDocsCollector top = request.Order == SearchOrder.Date || request.Text is null
            ? TopFieldCollector.Create(new Sort(new SortField(FieldNames.Date, SortFieldType.INT64, reverse: true), SortField.FIELD_SCORE), end, fillFields: false, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: true)
            : TopScoreDocCollector.Create(end, docsScoredInOrder: true);
        var collector = new FacetCollector(names, request.Chosen, top);
        searcher.Search(reading.Narrow(searcher, query), collector);
        var documents = top.GetTopDocs(end - SearchRequest.PageSize, SearchRequest.PageSize).ScoreDocs.Select(hit => hit.Doc);
        return (collector.Total, documents, collector.Totals());
    }

    /// <summary>Only what leads to something that this reader may see is proposed.</summary>
    private string? Suggest(IndexSearcher searcher, IReadOnlyList<Wanted> pieces)
    {
        if (Spelling.Suggest(searcher.IndexReader, pieces) is not { } suggestion)
        {
            return null;
        }

        var count = new TotalHitCountCollector();
        searcher.Search(reading.Narrow(searcher, QueryBuilder.Build(Wanted.Read(suggestion), all: true)), count);
        return count.TotalHits > 0 ? suggestion : null;
    }

    private static Hit ToHit(Document document, IReadOnlyList<Wanted> pieces)
    {
        var language = document.Text(FieldNames.Language);
        var marker = new Marker(pieces, language);
        var ticks = document.GetField(FieldNames.Date).GetInt64Value() ?? 0;
        return new Hit
        {
            Id = document.Text(FieldNames.Id),
            Kind = document.Text(FieldNames.Facet(DocumentFields.TypeFacet)),
            Title = marker.Whole(document.Text(FieldNames.StoredTitle)),
            Extract = marker.Extract(document.Text(FieldNames.StoredBody)),
            Url = document.Text(FieldNames.Url),
            Language = language,
            DateUtc = ticks == 0 ? null : new DateTime(ticks, DateTimeKind.Utc),
            Sector = document.GetField(FieldNames.Facet("sector")) is null ? null : document.Text(FieldNames.Facet("sector")),
            Demo = document.GetField(FieldNames.Demo) is not null,
        };
    }
}

using EssConsult.Benchmarks.Floors.Data;
using EssConsult.Benchmarks.Scenarios;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace EssConsult.Benchmarks.Floors;

internal static class LuceneFloor
{
    private const int Hits = 20;

    // Each word is in about a quarter of the documents.
    private static readonly string Search = $"/?first={FloorText.Word(50)}&second={FloorText.Word(60)}";

    public static Floor Floor { get; } = new("lucene", "Lucene.Net finds the best 20 of 10,000 documents for two words", Build)
    {
        Prepare = IndexAsync,
        Load = new Load(Search),
        PostCondition = async (after, ct) =>
        {
            var documents = await after.Client.GetFromJsonAsync<int[]>(Search, ct);
            return documents is { Length: Hits } ? null : $"{documents?.Length} documents found, not {Hits}";
        },
    };

    private static WebApplication Build(WebApplicationBuilder builder, string folder)
    {
        var searcher = new IndexSearcher(DirectoryReader.Open(FSDirectory.Open(folder)));

        var app = builder.Build();
        app.MapGet("/", (string first, string second) =>
        {
            var query = new BooleanQuery
            {
                { new TermQuery(new Term("body", first)), Occur.MUST },
                { new TermQuery(new Term("body", second)), Occur.MUST },
            };
            return searcher.Search(query, Hits).ScoreDocs.Select(hit => hit.Doc);
        });
        return app;
    }

    private static Task IndexAsync(Workbench bench, CancellationToken ct)
    {
        using var analyzer = new StandardAnalyzer(LuceneVersion.LUCENE_48);
        using var folder = FSDirectory.Open(bench.Folder);
        using var writer = new IndexWriter(folder, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer));
        foreach (var row in FloorSeed.NewContributions())
        {
            writer.AddDocument([new TextField("body", row.Body, Field.Store.NO)]);
        }

        writer.Commit();
        return Task.CompletedTask;
    }
}

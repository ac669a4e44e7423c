using System.Diagnostics;
using System.Globalization;
using EssConsult.Kernel.Pages;
using Lucene.Net.Store;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Search.Indexing;

/// <summary><c>search rebuild</c>: here and now when the site is stopped, else by every running node.</summary>
internal sealed class SearchRebuildCommand(SiteDb db, NodeIndex index, IndexBuild build, Outbox outbox) : ISiteCommand
{
    public string Words => "search rebuild";

    public string Purpose => "Reconstruit l’index de recherche.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct)
    {
        if (!TryOpen())
        {
            db.Publish(new IndexRebuildRequested());
            await db.SaveChangesAsync(ct);
            await output.WriteLineAsync("Le site est en marche : chaque nœud reconstruit son index.");
            return 0;
        }

        var since = Stopwatch.GetTimestamp();
        var end = await outbox.EndAsync(ct);
        var count = await build.RebuildAsync(end, new Lines(output), ct);
        index.Dispose();
        await output.WriteLineAsync(string.Create(Language.French, $"{count:N0} documents indexés en {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s."));
        return 0;
    }

    private bool TryOpen()
    {
        if (index.IsOpen)
        {
            return false;
        }

        try
        {
            index.Open();
            return true;
        }
        catch (LockObtainFailedException)
        {
            return false;
        }
    }

    private sealed class Lines(TextWriter output) : IProgress<int>
    {
        public void Report(int value) => output.WriteLine(string.Create(Language.French, $"{value:N0} documents…"));
    }
}

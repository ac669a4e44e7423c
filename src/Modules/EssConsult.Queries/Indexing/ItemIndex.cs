using System.Globalization;
using EssConsult.Kernel.Themes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;

namespace EssConsult.Queries.Indexing;

/// <summary>
/// This node's index of the published items, in <c>index-queries/</c> of the data folder; there only while a Lucene query is stored. One
/// thread writes (the follower), any number read.
/// </summary>
internal sealed class ItemIndex(SiteFolders folders, TimeProvider clock, ILogger<ItemIndex> log) : IDisposable
{
    // The outbox keeps a week; an index that slept nearly as long may have missed events.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(6);
    private NIOFSDirectory? directory;
    private IndexWriter? writer;
    private volatile SearcherManager? searchers;
    private volatile TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOpen => writer is not null;

    /// <summary>Ends once the index can be asked.</summary>
    public Task Ready => ready.Task;

    /// <returns>Up to where the files are current; null when all must be read anew.</returns>
    public OutboxCursor? Open()
    {
        Close();
        directory = new NIOFSDirectory(System.IO.Directory.CreateDirectory(Folder));
        var cursor = Reached(directory);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, ItemWords.Instance) { OpenMode = cursor is null ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND, MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 } };
        writer = new IndexWriter(directory, config);
        searchers = new SearcherManager(writer, applyAllDeletes: true, new SearcherFactory());
        if (cursor is not null)
        {
            ready.TrySetResult();
        }

        return cursor;
    }

    public void Clear() => writer!.DeleteAll();

    public void Put(string id, Document document) => writer!.UpdateDocument(new IndexTerm(ItemFields.Id, id), document);

    public void Remove(string id) => writer!.DeleteDocuments(new IndexTerm(ItemFields.Id, id));

    /// <summary>Lets readers see what was written.</summary>
    public void Refresh()
    {
        searchers!.MaybeRefreshBlocking();
        ready.TrySetResult();
    }

    /// <param name="upTo">Everything before it is in the files.</param>
    /// <param name="forget">What was removed is gone from the files too: Lucene alone would keep its words until some later merge.</param>
    public void Commit(OutboxCursor upTo, bool forget)
    {
        if (forget)
        {
            writer!.ForceMergeDeletes(doWait: true);
            searchers!.MaybeRefreshBlocking();
        }

        writer!.SetCommitData(new Dictionary<string, string>
        {
            ["version"] = ItemFields.Version,
            ["xid"] = upTo.Xid.ToString(CultureInfo.InvariantCulture),
            ["position"] = upTo.Position.ToString(CultureInfo.InvariantCulture),
            ["at"] = clock.UtcNow().Ticks.ToString(CultureInfo.InvariantCulture),
        });
        writer.Commit();
    }

    /// <summary>Reads a state of the index that stays the same meanwhile; the default of <typeparamref name="T"/> while it is not there.</summary>
    public T? Read<T>(Func<IndexSearcher, T> read)
    {
        if (searchers is not { } open || Acquire(open) is not { } searcher)
        {
            return default;
        }

        try
        {
            return read(searcher);
        }
        finally
        {
            open.Release(searcher);
        }
    }

    /// <summary>Closes and throws the files away: nobody asks any more, or a write failed.</summary>
    public void Drop()
    {
        Close();
        try
        {
            if (System.IO.Directory.Exists(Folder))
            {
                System.IO.Directory.Delete(Folder, recursive: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(error, "The files of the index of queries could not be deleted");
        }
    }

    public void Dispose() => Close();

    private string Folder => Path.Combine(folders.Data, "index-queries");

    private OutboxCursor? Reached(NIOFSDirectory files)
    {
        try
        {
            if (!DirectoryReader.IndexExists(files))
            {
                return null;
            }

            // Opening reads every segment's head; a file damaged further in shows when it is read, and the index is then built anew.
            using var reader = DirectoryReader.Open(files);
            var data = reader.IndexCommit.UserData;
            return data.TryGetValue("version", out var version) && version == ItemFields.Version && new DateTime(Number(data, "at"), DateTimeKind.Utc) + Oldest > clock.UtcNow()
                ? new OutboxCursor(Number(data, "xid"), Number(data, "position"))
                : null;
        }
        catch (Exception error) when (IsDamage(error))
        {
            log.LogWarning(error, "The index of queries is damaged: it is built anew");
            return null;
        }
    }

    /// <summary>Whether an exception of Lucene means that files are not what was written.</summary>
    public static bool IsDamage(Exception error) => error is IOException or ObjectDisposedException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException or NotSupportedException or FormatException or KeyNotFoundException;

    private static long Number(IDictionary<string, string> data, string key) => long.Parse(data[key], CultureInfo.InvariantCulture);

    private static IndexSearcher? Acquire(SearcherManager open)
    {
        try
        {
            return open.Acquire();
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }

    private void Close()
    {
        var (reading, writing, files) = (searchers, writer, directory);
        (searchers, writer, directory) = (null, null, null);
        if (ready.Task.IsCompleted)
        {
            ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        reading?.Dispose();
        try
        {
            writing?.Rollback();
        }
        catch (Exception error) when (IsDamage(error))
        {
            log.LogWarning(error, "The index of queries could not be closed cleanly");
        }

        files?.Dispose();
    }
}

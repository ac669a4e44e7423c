using EssConsult.Kernel.Themes;
using EssConsult.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;

namespace EssConsult.Search.Indexing;

/// <summary>
/// This node's Lucene index, in <c>index/</c> of the data folder. One thread writes (the follower, or the command when the site
/// is stopped); any number read.
/// </summary>
internal sealed class NodeIndex(SiteFolders folders, TimeProvider clock, ILogger<NodeIndex> log) : IDisposable
{
    // The default directory maps files into memory; reading stored fields through it was several times slower.
    private NIOFSDirectory? directory;
    private IndexWriter? writer;
    private volatile SearcherManager? searchers;
    private volatile bool removed;
    private long written;
    private long shown;
    private volatile bool lost;

    public bool IsOpen => writer is not null;

    /// <summary>Opens what the last run left.</summary>
    /// <returns>Up to where it is current; null when everything must be read anew, because nothing is there or it is damaged.</returns>
    /// <exception cref="LockObtainFailedException">Another process writes it.</exception>
    public OutboxCursor? Open()
    {
        Close();
        lost = false;
        directory = new NIOFSDirectory(System.IO.Directory.CreateDirectory(Folder));
        var cursor = IndexCommit.Read(IndexFiles.Verify(directory), clock.UtcNow());
        if (cursor is null)
        {
            Wipe();
        }

        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, Analyzers.PerField)
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            Similarity = new BM25Similarity(),
            RAMBufferSizeMB = 32,
            MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 },
        };
        writer = new IndexWriter(directory, config);
        searchers = new SearcherManager(writer, applyAllDeletes: true, new BestMatchFactory());
        return cursor;
    }

    public void Put(SearchDocument found, string module) => Writer.UpdateDocument(new Term(FieldNames.Id, found.Id), found.ToFields(module));

    public void Remove(string id)
    {
        Writer.DeleteDocuments(new Term(FieldNames.Id, id));
        removed = true;
    }

    /// <summary>Readers keep what they see until the next <see cref="Refresh"/>.</summary>
    public void Clear()
    {
        ShowWritten();
        Writer.DeleteAll();
    }

    /// <summary>
    /// Lets readers see what was written, from the next reading on: while many write and nobody searches, no small segment is made
    /// of each batch and merged again and again.
    /// </summary>
    public void Refresh() => Interlocked.Increment(ref written);

    /// <summary>What was removed is gone from the files afterwards: Lucene alone would keep its words until some later merge.</summary>
    public void Commit(OutboxCursor upTo)
    {
        if (removed)
        {
            removed = false;
            Writer.ForceMergeDeletes(doWait: true);
            searchers?.MaybeRefreshBlocking();
        }

        Writer.SetCommitData(IndexCommit.Describe(upTo, clock.UtcNow()));
        Writer.Commit();
    }

    /// <summary>Reads a state of the index that stays the same meanwhile; the default of <typeparamref name="T"/> while it is not open.</summary>
    public T? Read<T>(Func<IndexSearcher, T> read)
    {
        ShowWritten();
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

    /// <summary>After a failed write: closes and throws the files away. Where even that fails, the next opening finds the last commit, which is whole, or damage.</summary>
    public void Abandon()
    {
        Close();
        try
        {
            using var damaged = new NIOFSDirectory(System.IO.Directory.CreateDirectory(Folder));
            IndexFiles.DeleteAll(damaged);
        }
        catch (Exception error) when (IndexFiles.IsDamage(error))
        {
            log.LogWarning(error, "The files of the search index could not be deleted");
        }
    }

    public void Dispose() => Close();

    private string Folder => Path.Combine(folders.Data, "index");

    /// <exception cref="IOException">What was written before could not be shown to a reader, and Lucene has dropped it: the index must be built anew.</exception>
    private IndexWriter Writer => lost ? throw new IOException("The index lost what it held in memory.") : writer ?? throw new InvalidOperationException("The index is not open.");

    private static IndexSearcher? Acquire(SearcherManager open)
    {
        try
        {
            return open.Acquire();
        }
        catch (ObjectDisposedException)
        {
            // It was closed between the two lines: to the reader the same as not open.
            return null;
        }
    }

    private void ShowWritten()
    {
        var upTo = Interlocked.Read(ref written);
        if (Interlocked.Read(ref shown) == upTo)
        {
            return;
        }

        var open = searchers;
        try
        {
            // Who comes while another reader is at it waits, and finds nothing left to do.
            open?.MaybeRefreshBlocking();
            Interlocked.Exchange(ref shown, upTo);
        }
        catch (Exception error) when (IndexFiles.IsDamage(error))
        {
            // Readers keep what they saw; the writer, when it comes next, gives the index up. One that was closed meanwhile is not damaged.
            lost |= ReferenceEquals(open, searchers);
            Interlocked.Exchange(ref shown, upTo);
            log.LogWarning(error, "Readers of the search index could not be brought up to date");
        }
    }

    private void Wipe()
    {
        if (directory!.ListAll().Length > 0)
        {
            log.LogWarning("The search index is damaged, old or of another version: it is built anew");
            IndexFiles.DeleteAll(directory);
        }
    }

    private void Close()
    {
        var (open, writing, files) = (searchers, writer, directory);
        (searchers, writer, directory) = (null, null, null);
        open?.Dispose();
        try
        {
            writing?.Rollback();
        }
        catch (Exception error) when (IndexFiles.IsDamage(error))
        {
            log.LogWarning(error, "The search index could not be closed cleanly");
        }

        files?.Dispose();
    }

    private sealed class BestMatchFactory : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new BM25Similarity() };
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace EssConsult.Kernel.Data;

/// <summary>
/// Brings commits to the disk for all who wait at once. On SQLite a commit only writes to the log; the writer gives its turn on, and
/// before anybody is told of the commit the log is flushed, once for every writer that came meanwhile. PostgreSQL does this itself.
/// </summary>
/// <remarks>Group commit: DeWitt et al., « Implementation techniques for main memory database systems », SIGMOD 1984, § 5.2.</remarks>
internal sealed class GroupCommit(Action flush)
{
    private readonly Lock turn = new();
    private Task running = Task.CompletedTask;
    private Task? next;
    private volatile bool failed;

    public static GroupCommit For(DatabaseAddress address)
    {
        if (address.IsPostgreSql)
        {
            return new GroupCommit(static () => { });
        }

        var log = Path.GetFullPath(new SqliteConnectionStringBuilder(address.ConnectionString).DataSource) + "-wal";
        return new GroupCommit(() => Flush(log));
    }

    /// <summary>
    /// The disk has refused a flush. What it was to write may be gone although it can still be read, and a later flush would succeed
    /// without it: nothing is acknowledged any more until the site is started anew.
    /// </summary>
    public bool HasFailed => failed;

    /// <summary>Ends when everything committed before the call lies on the disk.</summary>
    /// <exception cref="IOException">It may not outlive a loss of power: <see cref="HasFailed"/>.</exception>
    /// <exception cref="InvalidOperationException">It was not flushed this time.</exception>
    public Task ReachDiskAsync()
    {
        lock (turn)
        {
            // A flush that has begun may miss what was written after its beginning: who comes now waits for the one after.
            return next ??= FlushAfterAsync(running);
        }
    }

    private async Task FlushAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (turn)
        {
            (running, next) = (next!, null);
        }

        if (failed)
        {
            throw new IOException("The disk refused an earlier flush of the database's log: start the site anew.");
        }

        try
        {
            flush();
        }
        catch (IOException)
        {
            failed = true;
            throw;
        }
    }

    private static void Flush(string log)
    {
        using var file = Open(log);
        if (file is not null)
        {
            RandomAccess.FlushToDisk(file);
        }
    }

    // Opened anew each time: SQLite may have brought the log home and deleted it, and then there is nothing to flush.
    private static SafeFileHandle? Open(string log)
    {
        try
        {
            return File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Too many open files, say: whoever waits is told, and the next flush makes up for it.
            throw new InvalidOperationException("The database's log could not be opened.", error);
        }
    }
}

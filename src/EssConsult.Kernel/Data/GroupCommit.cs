using Microsoft.Data.Sqlite;

namespace EssConsult.Kernel.Data;

/// <summary>
/// Brings commits to the disk for all who wait at once. On SQLite a commit only writes to the log; the writer gives its turn on, and
/// before anybody is told of the commit the log is flushed, once for every writer that came meanwhile. PostgreSQL does this itself.
/// </summary>
/// <remarks>Group commit: DeWitt et al., « Implementation techniques for main memory database systems », SIGMOD 1984, § 5.2.</remarks>
public sealed class GroupCommit
{
    private readonly Lock turn = new();
    private readonly Action flush;
    private Task running = Task.CompletedTask;
    private Task? next;

    internal GroupCommit(Action flush) => this.flush = flush;

    internal static GroupCommit For(DatabaseAddress address) => new(address.IsPostgreSql ? static () => { } : Log(address.ConnectionString).Flush);

    /// <summary>Ends when everything committed before the call lies on the disk.</summary>
    /// <exception cref="IOException">The disk failed: what was committed may not outlive a loss of power.</exception>
    internal Task ReachDiskAsync()
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

        flush();
    }

    private static WriteAheadLog Log(string connection) => new(Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource) + "-wal");

    private sealed class WriteAheadLog(string path)
    {
        /// <summary>The file is opened anew each time: SQLite may have brought it home and deleted it, and then there is nothing to flush.</summary>
        public void Flush()
        {
            try
            {
                using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
                RandomAccess.FlushToDisk(file);
            }
            catch (FileNotFoundException)
            {
            }
        }
    }
}

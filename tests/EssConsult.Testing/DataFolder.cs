using Microsoft.Data.Sqlite;

namespace EssConsult.Testing;

/// <summary>What a site writes: its folder, and with SQLite its database in it.</summary>
internal sealed class DataFolder(Database database, string connection) : IAsyncDisposable
{
    private bool isGuest;

    public string Path { get; } = Directory.CreateTempSubdirectory("ess-test-").FullName;

    public string Connection => connection.Replace("{folder}", Path, StringComparison.Ordinal);

    public static async Task<DataFolder> CreateAsync(Database database) => new(database,
        database == Database.Sqlite ? "Data Source={folder}/site.db" : await (await PostgresCluster.Current).CreateAsync());

    public async Task<DataFolder> CopyAsync()
    {
        var copy = database == Database.Sqlite
            ? new DataFolder(database, connection)
            : new DataFolder(database, await (await PostgresCluster.Current).CreateAsync(Connection));
        foreach (var source in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Path, source));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        return copy;
    }

    /// <summary>The folder of another node on the same database; PostgreSQL only.</summary>
    public DataFolder Beside() => new(database, Connection) { isGuest = true };

    /// <summary>Closes the pooled connections; SQLite then folds its log into the file.</summary>
    public void Release()
    {
        if (database == Database.PostgreSql)
        {
            PostgresCluster.Release(Connection);
            return;
        }

        using var pooled = new SqliteConnection(Connection);
        SqliteConnection.ClearPool(pooled);
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        if (database == Database.PostgreSql && !isGuest)
        {
            await (await PostgresCluster.Current).DropAsync(Connection);
        }

        await DeleteAsync();
    }

    // The program's own thread may still be closing its files when its host has stopped.
    private async Task DeleteAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 100)
            {
                await Task.Delay(20);
            }
        }
    }
}

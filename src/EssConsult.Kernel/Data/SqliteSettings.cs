using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EssConsult.Kernel.Data;

/// <summary>
/// Settings that SQLite keeps for each connection, given to each once: the log is flushed by <see cref="GroupCommit"/>, and brought
/// home every 16 MB instead of every 4, because pages that many commits touch are then copied once. A database without a log (restored
/// from a dump) keeps SQLite's own flush at every commit.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000";
    private readonly ConditionalWeakTable<object, SqliteSettings> given = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        // The handle outlives its connection in the pool.
        if (connection is SqliteConnection { Handle: { } handle } sqlite && given.TryAdd(handle, this))
        {
            using var command = sqlite.CreateCommand();
            command.CommandText = "PRAGMA journal_mode";
            if (command.ExecuteScalar() is "wal")
            {
                command.CommandText = Settings;
                command.ExecuteNonQuery();
            }
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}

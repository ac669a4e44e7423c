using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EssConsult.Queries.Sql;

/// <summary>
/// A second lock behind the grammar: while it is on, SQLite itself refuses to prepare anything but reading of the views' tables, and gives a
/// statement up after its time. PostgreSQL gets a read-only transaction with a time limit instead.
/// </summary>
internal sealed class SqliteGuard : IDisposable
{
    private const int Allowed = 0;
    private const int Denied = 1;
    private const int Read = 20;
    private const int Select = 21;
    private const int Function = 31;
    private const int InstructionsBetweenLooks = 5_000;
    private static readonly HashSet<string> Tables = new(["content", "content_term", .. SqlViews.Names], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Functions = new([.. SqlFunctions.Names, "strftime", "like", "json_extract"], StringComparer.OrdinalIgnoreCase);
    private readonly sqlite3 handle;
    private readonly strdelegate_authorizer authorizer;
    private readonly delegate_progress progress;

    public SqliteGuard(SqliteConnection connection, TimeSpan longest, CancellationToken ct)
    {
        handle = connection.Handle ?? throw new ArgumentException("The connection is not open.", nameof(connection));
        var since = Stopwatch.GetTimestamp();

        // Kept in fields: SQLite calls them, which the garbage collector does not see.
        authorizer = (_, action, one, two, _, _) => May(action, one, two) ? Allowed : Denied;
        progress = _ => Stopwatch.GetElapsedTime(since) > longest || ct.IsCancellationRequested ? 1 : 0;
        raw.sqlite3_set_authorizer(handle, authorizer, null);
        raw.sqlite3_progress_handler(handle, InstructionsBetweenLooks, progress, null);
    }

    public void Dispose()
    {
        raw.sqlite3_set_authorizer(handle, (strdelegate_authorizer?)null, null);
        raw.sqlite3_progress_handler(handle, 0, null, null);
    }

    /// <summary>A query in parentheses has no table's name.</summary>
    private static bool May(int action, string? one, string? two) => action switch
    {
        Select => true,
        Read => string.IsNullOrEmpty(one) || Tables.Contains(one),
        Function => two is not null && Functions.Contains(two),
        _ => false,
    };
}

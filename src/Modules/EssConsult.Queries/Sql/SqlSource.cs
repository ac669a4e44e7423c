using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Themes;
using EssConsult.Queries.Running;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace EssConsult.Queries.Sql;

/// <summary>Rows from the views of the published items.</summary>
internal sealed class SqlSource(SiteDb db, Liquid liquid, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private const int SqliteInterrupted = 9;

    /// <exception cref="RuleException">The template or the query is refused, or takes too long.</exception>
    public async Task<QueryResult> RunAsync(string template, QueryParameters parameters, Sight sight, CancellationToken ct)
    {
        var sql = await liquid.RenderAsync(template, parameters.Model, SqlTextEncoder.Instance);
        var statement = new SqlWriter(db.Database.IsNpgsql(), parameters, sight, clock.UtcNow()).Write(SqlParser.Parse(sql));
        var rows = await ReadAsync(statement, ct);
        var shown = rows.Take(SqlWriter.MostRows).ToList();
        return new QueryResult([], [.. statement.Columns.Select(column => column.Name)], shown, statement.Types) { IsCut = rows.Count > shown.Count };
    }

    internal async Task<List<JsonObject>> ReadAsync(SqlStatement statement, CancellationToken ct)
    {
        try
        {
            return db.Database.IsNpgsql() ? await ReadPostgreSqlAsync(statement, ct) : await ReadSqliteAsync(statement, ct);
        }
        catch (DbException error) when (error is SqliteException { SqliteErrorCode: SqliteInterrupted } or { SqlState: "57014" })
        {
            throw SqlRefusal.TooSlow(Longest.TotalSeconds);
        }
        catch (DbException error)
        {
            throw SqlRefusal.Database(error.Message);
        }
    }

    private async Task<List<JsonObject>> ReadPostgreSqlAsync(SqlStatement statement, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var limits = new SqlStatement("SELECT set_config('transaction_read_only', 'on', true), set_config('statement_timeout', @p0, true)", [Longest.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)], [], []);
        await ExecuteAsync(limits, ct);
        return await ExecuteAsync(statement, ct);
    }

    private async Task<List<JsonObject>> ReadSqliteAsync(SqlStatement statement, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            using var guard = new SqliteGuard((SqliteConnection)db.Database.GetDbConnection(), Longest, ct);
            return await ExecuteAsync(statement, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<List<JsonObject>> ExecuteAsync(SqlStatement statement, CancellationToken ct)
    {
        using var maker = db.Database.GetDbConnection().CreateCommand();
        var parameters = statement.Values.Select((value, index) => Parameter(maker, value, index)).ToList();
        var command = db.GetService<IRawSqlCommandBuilder>().Build(statement.Text, parameters, db.Model);
        var call = new RelationalCommandParameterObject(db.GetService<IRelationalConnection>(), command.ParameterValues, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.FromSqlQuery);
        await using var reader = await command.RelationalCommand.ExecuteReaderAsync(call, ct);
        var rows = new List<JsonObject>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(Row(reader.DbDataReader, statement.Columns));
        }

        return rows;
    }

    private static DbParameter Parameter(DbCommand maker, object value, int index)
    {
        var parameter = maker.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"@p{index}", value);
        parameter.DbType = value switch { long => DbType.Int64, double => DbType.Double, DateTime => DbType.DateTime, _ => DbType.String };
        return parameter;
    }

    private static JsonObject Row(DbDataReader reader, IReadOnlyList<SqlOutput> columns)
    {
        var row = new JsonObject();
        for (var index = 0; index < columns.Count; index++)
        {
            row[columns[index].Name] = reader.IsDBNull(index) ? null : Value(reader.GetValue(index), columns[index].Type);
        }

        return row;
    }

    /// <summary>The same on both databases: SQLite keeps dates as texts, PostgreSQL counts in decimals.</summary>
    private static JsonValue Value(object value, SqlType type) => value switch
    {
        string text when type == SqlType.Date && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) => JsonValue.Create(Iso(at)),
        DateTime at => JsonValue.Create(Iso(at.ToUniversalTime())),
        decimal number => decimal.Truncate(number) == number && Math.Abs(number) < long.MaxValue ? JsonValue.Create((long)number) : JsonValue.Create((double)number),
        double number when double.IsFinite(number) && Math.Truncate(number) == number && Math.Abs(number) < long.MaxValue => JsonValue.Create((long)number),
        double number when double.IsFinite(number) => JsonValue.Create(number),
        long or int or short => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        bool truth => JsonValue.Create(truth ? 1L : 0L),
        _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    private static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
}

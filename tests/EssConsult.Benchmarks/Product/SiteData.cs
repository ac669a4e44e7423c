using Microsoft.Data.Sqlite;

namespace EssConsult.Benchmarks.Product;

/// <summary>Looks into the database of a running site, as an operator would.</summary>
internal static class SiteData
{
    public static async Task<long> NumberAsync(string folder, string query, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "site.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public static Task<long> EndOfOutboxAsync(string folder, CancellationToken ct) => NumberAsync(folder, "SELECT COALESCE(MAX(position), 0) FROM outbox", ct);

    /// <summary>Where the slowest handler stands.</summary>
    public static Task<long> HandledAsync(string folder, CancellationToken ct) => NumberAsync(folder, "SELECT COALESCE(MIN(position), 0) FROM outbox_cursor", ct);
}

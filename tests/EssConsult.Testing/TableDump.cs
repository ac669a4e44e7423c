using System.Data.Common;
using System.Globalization;
using System.Text;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Testing;

/// <summary>Every row of every table as one line of text, for tests that ask what the database as a whole holds.</summary>
public static class TableDump
{
    /// <param name="but">Tables left out.</param>
    public static Task<IReadOnlyList<string>> DumpAsync(this Site site, params string[] but) => site.InDatabaseAsync<IReadOnlyList<string>>(async db =>
    {
        var lines = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Except(but).Order(StringComparer.Ordinal))
        {
            lines.AddRange(await RowsAsync(db, table));
        }

        return lines;
    });

    private static async Task<List<string>> RowsAsync(SiteDb db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add($"{table}: {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetName(column)}={Text(reader, column)}"))}");
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string? Text(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        string[] texts => string.Join(',', texts),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

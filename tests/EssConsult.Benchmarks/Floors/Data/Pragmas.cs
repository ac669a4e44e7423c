using Microsoft.EntityFrameworkCore;

namespace EssConsult.Benchmarks.Floors.Data;

/// <summary>EF Core's defaults, which the product keeps. A floor with weaker durability would be no floor.</summary>
internal static class Pragmas
{
    public static async Task RequireAsync(string folder, CancellationToken ct)
    {
        await using var db = FloorDb.Open(folder);
        var found = await db.Database.SqlQuery<string>($"""
            SELECT (SELECT journal_mode FROM pragma_journal_mode) || ', synchronous ' ||
                   (SELECT synchronous FROM pragma_synchronous) || ', foreign keys ' ||
                   (SELECT foreign_keys FROM pragma_foreign_keys) AS "Value"
            """).SingleAsync(ct);

        // 2 is FULL.
        if (found is not "wal, synchronous 2, foreign keys 1")
        {
            throw new BenchmarkException($"The floors' database has other pragmas than the product's: {found}.");
        }
    }
}

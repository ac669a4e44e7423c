using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Tests.Data;

public sealed class MigratorTests
{
    [Fact]
    public async Task A_crash_in_mid_migration_does_not_block_the_next_start()
    {
        await using var site = await Site.StartAsync(Database.Sqlite);

        // As a killed process leaves it: locked, and the last migration not yet written down.
        await site.ExecuteAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await site.ExecuteAsync("INSERT OR REPLACE INTO \"__EFMigrationsLock\" VALUES (1, '2027-01-01 00:00:00')");
        await site.ExecuteAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE migration_id LIKE '%AuditIsInsertOnly'");
        foreach (var drop in await site.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT 'DROP TRIGGER ' || name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync()))
        {
            await site.ExecuteAsync(drop);
        }

        await site.RestartAsync();

        (await site.InDatabaseAsync(db => Migrator.IsUpToDateAsync(db, default))).ShouldBeTrue();
    }
}

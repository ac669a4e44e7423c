using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Tests.Data;

public sealed class MigratorTests
{
    [Fact]
    public async Task A_crash_in_mid_migration_does_not_block_the_next_start()
    {
        await using var site = await Site.StartAsync(Database.Sqlite);
        await site.InDatabaseAsync(async db =>
        {
            // As a killed process leaves it: locked, and the last migration not yet written down.
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            await db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO \"__EFMigrationsLock\" VALUES (1, '2027-01-01 00:00:00')");
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE migration_id LIKE '%AuditIsInsertOnly'");
            foreach (var drop in await db.Database.SqlQueryRaw<string>("SELECT 'DROP TRIGGER ' || name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync())
            {
                await db.Database.ExecuteSqlRawAsync(drop);
            }
        });

        await site.RestartAsync();

        (await site.InDatabaseAsync(db => Migrator.IsUpToDateAsync(db, default))).ShouldBeTrue();
    }
}

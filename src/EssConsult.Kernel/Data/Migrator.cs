using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Data;

/// <summary>Brings the database up to date, only when something is pending, one process at a time.</summary>
public sealed class Migrator(IServiceScopeFactory scopes, DatabaseAddress address)
{
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        if (address.IsPostgreSql)
        {
            await MigrateIfPendingAsync(db, ct);
            return;
        }

        Directory.CreateDirectory(address.DataFolder);
        await using var turn = await TakeFileLockAsync(Path.Combine(address.DataFolder, "migrate.lock"), ct);
        await MigrateIfPendingAsync(db, ct);
    }

    public static async Task<bool> IsUpToDateAsync(SiteDb db, CancellationToken ct) => !(await db.Database.GetPendingMigrationsAsync(ct)).Any();

    private static async Task MigrateIfPendingAsync(SiteDb db, CancellationToken ct)
    {
        if (await db.Database.CanConnectAsync(ct) && await IsUpToDateAsync(db, ct))
        {
            return;
        }

        if (db.Database.IsSqlite() && await db.Database.CanConnectAsync(ct))
        {
            // A process killed in mid-migration leaves its lock behind, and every later start would wait for it for ever.
            await using var write = await db.BeginWriteAsync(ct);
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
            await write.CommitAsync(ct);
        }

        await db.Database.MigrateAsync(ct);
    }

    private static async Task<FileStream> TakeFileLockAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(200, ct);
            }
        }
    }
}

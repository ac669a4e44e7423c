using EssConsult.Kernel.Data;
using EssConsult.Kernel.Jobs;
using EssConsult.Ledger;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Audit;

/// <summary>Chains the rows that are not sealed yet, after the fact so that acts never wait for one another.</summary>
internal sealed class AuditSealer(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public string Name => "audit-sealer";

    public async Task RunAsync(CancellationToken ct)
    {
        while (await SealAsync(500, ct) == 500)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> SealAsync(int limit, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var now = clock.UtcNow();
        var last = await db.Set<AuditSeal>().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(ct);
        var rows = await db.Set<AuditRow>().Where(row => !db.Set<AuditSeal>().Any(seal => seal.RowPosition == row.Position))
            .OrderBy(row => row.Position).Take(limit).ToListAsync(ct);

        var (number, link) = (last?.Number ?? 0, last?.Link ?? HashChain.Origin);
        foreach (var row in rows)
        {
            link = HashChain.Next(link, row.Line);
            db.Add(new AuditSeal { Number = ++number, RowPosition = row.Position, Link = link, SealedUtc = now });
        }

        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return rows.Count;
    }
}

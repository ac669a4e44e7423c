using System.Globalization;
using EssConsult.Kernel.Commands;
using EssConsult.Kernel.Data;
using EssConsult.Ledger;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Audit;

/// <summary>Recomputes the chain and every commitment whose detail is still kept.</summary>
internal sealed class AuditVerifyCommand(SiteDb db) : ISiteCommand
{
    public string Words => "audit verify";

    public string Purpose => "Recalcule la chaîne du journal des décisions et signale la première ligne altérée.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct)
    {
        var link = HashChain.Origin;
        var (rows, erased) = (0, 0);
        var sealedRows =
            from seal in db.Set<AuditSeal>()
            join row in db.Set<AuditRow>() on seal.RowPosition equals row.Position into found
            from row in found.DefaultIfEmpty()
            join detail in db.Set<AuditDetail>() on row.Id equals detail.Id into details
            from detail in details.DefaultIfEmpty()
            orderby seal.Number
            select new { seal, row, detail };

        await foreach (var entry in sealedRows.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.row is null)
            {
                await output.WriteLineAsync($"Ligne {entry.seal.RowPosition} : scellée mais absente.");
                return 1;
            }

            link = HashChain.Next(link, entry.row.Line);
            if (link != entry.seal.Link || (entry.detail is not null && HashChain.Commit(entry.detail.Salt, entry.detail.Detail) != entry.row.Commitment))
            {
                await output.WriteLineAsync($"Ligne {entry.seal.RowPosition} : altérée ou déplacée.");
                return 1;
            }

            rows++;
            erased += entry.detail is null ? 1 : 0;
        }

        var waiting = await db.Set<AuditRow>().CountAsync(ct) - rows;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Chaîne intacte : {rows} actes scellés, {erased} détails effacés, {waiting} en attente."));
        await output.WriteLineAsync($"Dernière empreinte : {link}");
        return 0;
    }
}

using System.Text.Json;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Import;

/// <summary>Two steps of the administration: read a file and report, then apply it as it was read.</summary>
internal sealed class ImportFilesHandler(SiteDb db, ActorImporter importer, CurrentPerson person, TimeProvider clock)
{
    public const int MaxBytes = 25 * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <returns>The stored report.</returns>
    /// <exception cref="RuleException">Nothing of the file can be read.</exception>
    public async Task<Guid> CheckAsync(string fileName, byte[] content, bool asProposals, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var import = new ActorImport { FileName = Path.GetFileName(fileName), Content = content, ById = person.RequiredId, AtUtc = now, AsProposals = asProposals };
        await ForgetFilesAsync(now, ct);
        db.Add(import);
        await db.SaveChangesAsync(ct);
        await RunAsync(import, apply: false, ct);
        return import.Id;
    }

    /// <returns>False when there is nothing to apply: unknown, applied before, or its file is gone.</returns>
    public async Task<bool> ApplyAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<ActorImport>().FirstOrDefaultAsync(row => row.Id == id && row.State == ImportState.Checked && row.Content != null, ct) is not { } import)
        {
            return false;
        }

        await using (var write = await db.BeginWriteAsync(ct))
        {
            await db.Set<ActorImportLine>().Where(line => line.ImportId == id).ExecuteDeleteAsync(ct);
            await write.CommitAsync(ct);
        }

        import.ForgetSums();
        db.Audit(new AuditEntry("actor.import", id.ToString(), person.RequiredId, new { import.FileName }));
        await db.SaveChangesAsync(ct);
        await RunAsync(import, apply: true, ct);
        return true;
    }

    private async Task RunAsync(ActorImport import, bool apply, CancellationToken ct)
    {
        using var stream = new MemoryStream(import.Content!);
        try
        {
            await importer.RunAsync(import, ActorFile.ReadAsync(stream, ct), apply, ct);
        }
        catch (JsonException error)
        {
            await GiveUpAsync(import, ct);
            throw new RuleException("actor.import.json", "Ce fichier JSON est mal formé, à la ligne {0}.", (error.LineNumber ?? 0) + 1);
        }
        catch (CsvFormatException)
        {
            await GiveUpAsync(import, ct);
            throw new RuleException("actor.import.csv", "Ce fichier CSV est illisible.");
        }
    }

    // What was taken from it before stays, with its lines in the report; the rest cannot be.
    private async Task GiveUpAsync(ActorImport import, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        (import.State, import.Content) = (ImportState.Unreadable, null);
        db.Update(import);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A file that nobody applied within a week is let go; its report stays.</summary>
    private async Task ForgetFilesAsync(DateTime now, CancellationToken ct)
    {
        var before = now - Kept;
        foreach (var old in await db.Set<ActorImport>().Where(row => row.Content != null && row.AtUtc < before).Take(20).ToListAsync(ct))
        {
            old.Content = null;
        }
    }
}

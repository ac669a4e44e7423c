using EssConsult.Actors.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Import;

/// <summary>
/// Reads a file into the directory, five hundred structures a transaction, and writes what became of each. Reading the same file
/// again changes nothing.
/// </summary>
internal sealed class ActorImporter(SiteDb db, Sectors sectors, TimeProvider clock)
{
    private const int BatchSize = 500;
    private static readonly Remark Nameless = new("Cette structure n’a pas de nom : elle attend en proposition qu’on lui en donne un.");

    /// <param name="import">A stored row; its sums are filled in and saved.</param>
    /// <param name="apply">False reads and reports alone.</param>
    public async Task RunAsync(ActorImport import, IAsyncEnumerable<SourceRow> rows, bool apply, CancellationToken ct)
    {
        var reader = new RecordReader(sectors);
        var run = new ImportRun(import, apply, clock.UtcNow());
        await foreach (var batch in rows.Select(reader.Read).Chunk(BatchSize).WithCancellation(ct))
        {
            await TakeAsync(run, batch, ct);
        }

        import.LeftOut = string.Join(", ", reader.LeftOut);
        import.State = apply ? ImportState.Applied : ImportState.Checked;
        import.Content = apply ? null : import.Content;
        db.Update(import);
        await db.SaveChangesAsync(ct);
    }

    private async Task TakeAsync(ImportRun run, ActorRecord[] batch, CancellationToken ct)
    {
        var known = await KnownAsync(batch, ct);
        var slugs = await ActorSlugs.ForAsync(db, batch.Select(record => (record.Facts.Name, record.Facts.Commune)), ct);
        var lines = batch.Select(record => Take(run, record, known, slugs)).ToList();
        if (!run.Apply)
        {
            db.ChangeTracker.Clear();
        }

        db.AddRange(lines);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private ActorImportLine Take(ImportRun run, ActorRecord record, IdentityIndex<Actor> known, ActorSlugs slugs)
    {
        if (record.Refusal is { } refusal)
        {
            return run.Report(record, LineOutcome.Refused, null, refusal);
        }

        var identity = Identity.Of(record);
        var (again, twice) = run.Seen.Find(identity);
        var (actor, conflict) = again is null && twice is null ? known.Find(identity) : default;
        if ((twice ?? conflict) is { } reason)
        {
            return run.Report(record, LineOutcome.Refused, null, reason);
        }

        if (again is not null)
        {
            return run.ReportAgain(record, again);
        }

        var outcome = actor is null ? LineOutcome.Created : LineOutcome.Unchanged;
        actor ??= New(run, record, slugs);
        var nameless = outcome == LineOutcome.Created && record.Facts.Name.Length == 0;
        if (outcome != LineOutcome.Created && Change(run, record, actor))
        {
            outcome = LineOutcome.Updated;
        }

        run.See(identity, actor, record);
        return nameless ? run.Report(record, outcome, actor, Nameless) : run.Report(record, outcome, actor);
    }

    private Actor New(ImportRun run, ActorRecord record, ActorSlugs slugs)
    {
        var id = Guid.CreateVersion7();
        var name = record.Facts.Name.Length > 0 ? record.Facts.Name : $"Sans nom ({record.ExternalKey ?? record.Id.ToString()})";
        var actor = new Actor { Id = id, Slug = slugs.Take(name, record.Facts.Commune, id), ExternalKey = record.ExternalKey, CreatedUtc = run.Now };
        actor.Take(record.Facts with { Name = name }, run.Now);
        var state = record.Facts.Name.Length == 0 ? ActorState.Proposed : record.State ?? run.StateOfNew;
        if (state != ActorState.Proposed && actor.Publish(run.Now))
        {
            db.Publish(new ActorPublished(id));
        }

        if (state == ActorState.Archived)
        {
            actor.Archive(run.Now);
        }

        db.Add(actor);
        return actor;
    }

    private bool Change(ImportRun run, ActorRecord record, Actor actor)
    {
        var named = actor.ExternalKey is null && record.ExternalKey is not null;
        actor.ExternalKey ??= record.ExternalKey;
        if (!actor.Take(record.Facts.Over(actor.Facts()), run.Now) && !named)
        {
            return false;
        }

        if (actor.State == ActorState.Published)
        {
            db.Publish(new ActorChanged(actor.Id));
        }

        return true;
    }

    private async Task<IdentityIndex<Actor>> KnownAsync(ActorRecord[] batch, CancellationToken ct)
    {
        var identities = batch.Select(Identity.Of).ToList();
        var ids = identities.Select(identity => identity.Id).OfType<Guid>().ToList();
        var keys = identities.Select(identity => identity.ExternalKey).OfType<string>().ToList();
        var sirets = identities.Select(identity => identity.Siret).OfType<string>().ToList();
        var rnas = identities.Select(identity => identity.Rna).OfType<string>().ToList();
        var names = identities.Select(identity => identity.NameKey).Where(name => name.Length > 0).Distinct().ToList();
        var index = new IdentityIndex<Actor>();
        var found = db.Set<Actor>().Where(actor => !actor.IsDemo
            && (ids.Contains(actor.Id) || keys.Contains(actor.ExternalKey!) || sirets.Contains(actor.Siret!) || rnas.Contains(actor.Rna!) || names.Contains(actor.NameKey)));
        await foreach (var actor in found.AsAsyncEnumerable().WithCancellation(ct))
        {
            index.Add(Identity.Of(actor), actor);
        }

        return index;
    }
}

using System.Text.Json;
using EssConsult.Tally;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Counting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Paper;

/// <summary>Ballots that were counted by people: one enters them between the close and the count, another confirms. Each verb has the ballot's turn.</summary>
internal sealed class PaperBatches(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    public const int Most = 50;

    public static BoxBatch Read(PaperBatch batch) => JsonSerializer.Deserialize<BoxBatch>(batch.Lines, TallyJson.Options)!;

    /// <param name="id">Null for a new one.</param>
    /// <exception cref="RuleException">It is confirmed, or another person's.</exception>
    public async Task<Guid> SaveAsync(Guid ballotId, Guid? id, int revision, BatchKind kind, long weight, BoxBatch counted, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await ClosedAsync(ballotId, ct);
        if (counted.Name.Equals(CountBallot.Online, StringComparison.OrdinalIgnoreCase) || counted.Name.Equals(BoxBatches.Together, StringComparison.OrdinalIgnoreCase))
        {
            throw new RuleException("batch.name", "Ce nom est pris : donnez-en un autre au lot.") { Field = "Entry.Name" };
        }

        if (id is null && await db.Set<PaperBatch>().CountAsync(row => row.BallotId == ballotId, ct) >= Most)
        {
            throw new RuleException("batch.most", "Un vote a {0} lots au plus.", Most);
        }

        var batch = id is { } known ? await OwnAsync(ballotId, known, revision, ct) : db.Add(new PaperBatch { BallotId = ballotId, Name = counted.Name, Lines = string.Empty, EnteredById = person.RequiredId }).Entity;
        (batch.Name, batch.Kind, batch.Weight, batch.Ballots, batch.Lines) = (counted.Name, kind, weight, counted.Ballots, JsonSerializer.Serialize(counted, TallyJson.Options));
        (batch.EnteredUtc, batch.Revision) = (clock.UtcNow(), batch.Revision + 1);
        db.Audit(new AuditEntry("ballot.batch-entered", ballotId.ToString(), person.RequiredId, new { batch.Id, batch.Ballots, batch.Revision }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return batch.Id;
    }

    /// <summary>By another person than the one who entered it: the database refuses the same. What differs from the desk is explained.</summary>
    /// <param name="revision">What this person saw.</param>
    public async Task ConfirmAsync(Guid ballotId, Guid id, int revision, string? difference, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await ClosedAsync(ballotId, ct);
        var batch = await FindAsync(ballotId, id, revision, ct);
        var reconciled = await db.ReconcileAsync(ballotId, ct);
        if (!reconciled.Agrees && string.IsNullOrWhiteSpace(difference))
        {
            throw new RuleException("batch.difference", "Les bulletins et les émargements diffèrent : écrivez pourquoi.") { Field = "Difference" };
        }

        (batch.SignedOff, batch.Difference, batch.ConfirmedById, batch.Revision) = (reconciled.SignedOff, reconciled.Agrees ? null : TypedText.Clean(difference), person.RequiredId, batch.Revision + 1);
        db.Audit(new AuditEntry("ballot.batch-confirmed", ballotId.ToString(), person.RequiredId, new { batch.Id, batch.Ballots, batch.SignedOff }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    /// <summary>Takes a batch back, confirmed or not, before the count: it can be entered anew, by two people again.</summary>
    public async Task DropAsync(Guid ballotId, Guid id, int revision, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        await ClosedAsync(ballotId, ct);
        var batch = await db.Set<PaperBatch>().FirstOrDefaultAsync(row => row.Id == id && row.BallotId == ballotId, ct);
        if (batch is null || batch.Revision != revision)
        {
            throw new RuleException("batch.moved", "Ce lot vient de changer. Rechargez la page.");
        }

        db.Remove(batch);
        db.Audit(new AuditEntry("ballot.batch-dropped", ballotId.ToString(), person.RequiredId, new { batch.Id, batch.Ballots, WasConfirmed = batch.ConfirmedById is not null }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }

    private async Task ClosedAsync(Guid ballotId, CancellationToken ct)
    {
        if ((await db.LockBallotAsync(ballotId, ct)).State != BallotState.Closed)
        {
            throw new RuleException("batch.closed", "Un lot se saisit entre la clôture et le dépouillement.");
        }
    }

    private async Task<PaperBatch> OwnAsync(Guid ballotId, Guid id, int revision, CancellationToken ct)
    {
        var batch = await FindAsync(ballotId, id, revision, ct);
        return batch.EnteredById == person.RequiredId ? batch : throw new RuleException("batch.other", "Seule la personne qui a saisi ce lot le corrige.");
    }

    private async Task<PaperBatch> FindAsync(Guid ballotId, Guid id, int revision, CancellationToken ct)
    {
        var batch = await db.Set<PaperBatch>().FirstOrDefaultAsync(row => row.Id == id && row.BallotId == ballotId, ct);
        return batch is { ConfirmedById: not null } ? throw new RuleException("batch.confirmed", "Ce lot est confirmé : il ne change plus.")
            : batch is null || batch.Revision != revision ? throw new RuleException("batch.moved", "Ce lot vient de changer. Rechargez la page.") : batch;
    }
}

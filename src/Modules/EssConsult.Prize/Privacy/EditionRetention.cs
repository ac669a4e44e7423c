using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Privacy;

/// <summary>
/// Empties old editions: entries that won nothing after two years, the jury's file after five. Texts, names, files and the keys of
/// commitments go; hashes, acts, ranking and laureates stay, and the register proves what it proved.
/// </summary>
internal sealed class EditionRetention(SiteDb db, TimeProvider clock) : IRecurringJob
{
    public const int EntryYears = 2, JuryYears = 5;

    public string Name => "prize-retention";

    public async Task RunAsync(CancellationToken ct)
    {
        var (oldEntries, oldJury) = (clock.UtcNow().AddYears(-EntryYears), clock.UtcNow().AddYears(-JuryYears));
        foreach (var edition in await db.Set<Edition>().AsNoTracking().Where(edition => !edition.IsDemo && !edition.IsArchived && edition.JuryErasedUtc == null && edition.ClosesUtc < oldEntries).ToListAsync(ct))
        {
            if (await EndedAsync(edition, ct) is not { } ended)
            {
                continue;
            }

            if (ended < oldEntries && edition.EntriesErasedUtc is null)
            {
                await EraseEntriesAsync(edition.ContentItemId, ct);
            }

            if (ended < oldJury)
            {
                await EraseJuryAsync(edition.ContentItemId, ct);
            }
        }
    }

    /// <summary>When the laureates were announced, as the register says; the deadline of a call that was never judged; null while the jury works.</summary>
    private async Task<DateTime?> EndedAsync(Edition edition, CancellationToken ct)
    {
        if (edition.Stage == EditionStage.Call)
        {
            return edition.LateUntilUtc;
        }

        var acts = await db.Set<RecordedAct>().Where(act => act.EditionId == edition.ContentItemId).OrderByDescending(act => act.Position).Select(act => act.Content).Take(1).ToListAsync(ct);
        return edition.Stage == EditionStage.Announced && acts.Count > 0 ? DateTime.Parse(JsonNode.Parse(acts[0])!["at"]!.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) : null;
    }

    private Task EraseEntriesAsync(string editionId, CancellationToken ct) => WriteAsync(editionId, "prize.entries-erased", async edition =>
    {
        edition.EntriesErasedUtc = clock.UtcNow();
        var gone = db.Set<Entry>().Where(entry => entry.EditionId == editionId && !db.Set<Award>().Any(award => award.EntryId == entry.Id));
        var ids = gone.Select(entry => entry.Id);
        await db.Set<EntryFile>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<CoApplicant>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<Appeal>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<Screening>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<LateCode>().Where(row => row.EditionId == editionId).ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, string.Empty).SetProperty(one => one.Reason, string.Empty), ct);
        await db.Set<EntrySubmission>().Where(row => ids.Contains(row.EntryId)).ExecuteUpdateAsync(row => row.SetProperty(one => one.Content, string.Empty).SetProperty(one => one.ById, string.Empty), ct);
        await gone.ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Title, string.Empty).SetProperty(entry => entry.Answers, (string?)null).SetProperty(entry => entry.Reason, (string?)null).SetProperty(entry => entry.Correction, (string?)null)
            .SetProperty(entry => entry.ActorId, (Guid?)null).SetProperty(entry => entry.SentActorId, (Guid?)null).SetProperty(entry => entry.OwnerId, string.Empty).SetProperty(entry => entry.IsOffGallery, true), ct);
    }, ct);

    private Task EraseJuryAsync(string editionId, CancellationToken ct) => WriteAsync(editionId, "prize.jury-erased", async edition =>
    {
        edition.JuryErasedUtc = clock.UtcNow();
        var jurors = db.Set<Juror>().Where(juror => juror.EditionId == editionId).Select(juror => juror.Id);
        await db.Set<Mark>().Where(row => jurors.Contains(row.JurorId)).ExecuteDeleteAsync(ct);
        await db.Set<Sheet>().Where(row => jurors.Contains(row.JurorId)).ExecuteDeleteAsync(ct);
        await db.Set<SheetSubmission>().Where(row => jurors.Contains(row.JurorId)).ExecuteUpdateAsync(row => row.SetProperty(one => one.Content, string.Empty).SetProperty(one => one.Key, Array.Empty<byte>()), ct);
        // Whoever was kept from a laureate's entry stays so, for its texts stay too.
        await db.Set<Conflict>().Where(row => row.EditionId == editionId && !db.Set<Award>().Any(award => award.EntryId == row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<Conflict>().Where(row => row.EditionId == editionId).ExecuteUpdateAsync(row => row.SetProperty(one => one.Path, (string?)null), ct);
        await db.Set<LinkHint>().Where(row => row.EditionId == editionId).ExecuteDeleteAsync(ct);
        await db.Set<Ballot>().Where(row => jurors.Contains(row.JurorId)).ExecuteDeleteAsync(ct);
        await db.Set<SittingNote>().Where(row => row.EditionId == editionId).ExecuteDeleteAsync(ct);
        await db.Set<SittingDecision>().Where(row => row.EditionId == editionId).ExecuteUpdateAsync(row => row.SetProperty(one => one.Reason, string.Empty).SetProperty(one => one.ById, string.Empty), ct);
        foreach (var juror in await db.Set<Juror>().AsNoTracking().Where(juror => juror.EditionId == editionId).Select(juror => juror.Id).ToListAsync(ct))
        {
            await PrizeErasure.JurorAsync(db, juror, ct);
        }
    }, ct);

    private async Task WriteAsync(string editionId, string act, Func<Edition, Task> erase, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var write = await db.BeginWriteAsync(ct);
        var edition = await db.LockEditionAsync(editionId, ct);
        await erase(edition);
        db.Publish(new EditionChanged(editionId));
        db.Audit(new AuditEntry(act, editionId, Name));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
    }
}

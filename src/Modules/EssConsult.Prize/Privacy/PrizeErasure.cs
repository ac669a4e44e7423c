using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Privacy;

/// <summary>Deletes for good, in the order that foreign keys ask for; inside the caller's write transaction.</summary>
internal static class PrizeErasure
{
    public static async Task EntriesAsync(SiteDb db, IQueryable<Entry> entries, CancellationToken ct)
    {
        var ids = entries.Select(entry => entry.Id);
        await db.Set<Sitting>().Where(row => row.EntryId != null && ids.Contains(row.EntryId.Value)).ExecuteDeleteAsync(ct);
        await db.Set<Attendance>().Where(row => row.EntryId != null && ids.Contains(row.EntryId.Value)).ExecuteDeleteAsync(ct);
        await db.Set<Ballot>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<VoteRound>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<SittingNote>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<SittingDecision>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<Award>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<Sheet>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<SheetSubmission>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<Mark>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<JuryPair>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<Conflict>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<EntryFile>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<CoApplicant>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<LateCode>().Where(row => row.EntryId != null && ids.Contains(row.EntryId.Value)).ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, string.Empty), ct);
        await db.Set<Appeal>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<LinkHint>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<Screening>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await db.Set<EntrySubmission>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(ct);
        await entries.ExecuteDeleteAsync(ct);
    }

    /// <summary>Without entries any more.</summary>
    public static async Task EditionsAsync(SiteDb db, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        await db.Set<Attendance>().Where(row => ids.Contains(row.EditionId)).ExecuteDeleteAsync(ct);
        await db.Set<Sitting>().Where(row => ids.Contains(row.EditionId)).ExecuteDeleteAsync(ct);
        await db.Set<SignedMinutes>().Where(row => ids.Contains(row.EditionId)).ExecuteDeleteAsync(ct);
        await db.Set<RecordedAct>().Where(row => ids.Contains(row.EditionId)).ExecuteDeleteAsync(ct);
        await db.Set<EditionResult>().Where(row => ids.Contains(row.EditionId)).ExecuteDeleteAsync(ct);
        await db.Set<LateCode>().Where(row => ids.Contains(row.EditionId)).ExecuteDeleteAsync(ct);
        await db.Set<EditionTerms>().Where(row => ids.Contains(row.EditionId)).ExecuteDeleteAsync(ct);
        await db.Set<Juror>().Where(row => ids.Contains(row.EditionId)).ExecuteDeleteAsync(ct);
        await db.Set<Edition>().Where(row => ids.Contains(row.ContentItemId)).ExecuteDeleteAsync(ct);
    }

    /// <summary>A juror whom nothing leads to any more; what they did stays, nobody's.</summary>
    public static Task JurorAsync(SiteDb db, Guid id, CancellationToken ct) => db.Set<Juror>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Name, string.Empty)
        .SetProperty(one => one.Email, $"{id:N}@erased.invalid").SetProperty(one => one.EmailKey, $"{id:N}").SetProperty(one => one.Organisation, (string?)null).SetProperty(one => one.Reason, (string?)null).SetProperty(one => one.PersonId, (string?)null), ct);
}

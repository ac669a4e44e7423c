using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Results;

internal sealed record MinutesJuror(string Name, string? Organisation, bool IsPresident, JurorState State, int Given, int Abstained, int Recused);

internal sealed record MinutesRecusal(string Juror, int Number, string Title, DateTime AtUtc);

internal sealed record MinutesEntry(int Number, string Title, string? Structure, EntryState State, string? Reason, RankedEntry? Result, Award? Award);

/// <summary>The minutes of an edition, all of it from the record: nobody types a fact. At most eighteen queries, however large it is.</summary>
internal sealed record EditionMinutes(ScoringRule Rule, IReadOnlyList<MinutesJuror> Jury, IReadOnlyList<MinutesRecusal> Recusals, IReadOnlyList<MinutesEntry> Entries, int ClosedComplete, EditionResult? Frozen, string Root, SittingMinutes? Sitting)
{
    /// <summary>Every leave to enter after the deadline, used or not.</summary>
    public IReadOnlyList<LateCodeLine> LateCodes { get; init; } = [];

    /// <summary>Null without a public vote.</summary>
    public Public.PublicStanding? Public { get; init; }

    public static async Task<EditionMinutes> ReadAsync(SiteDb db, RankingBook book, Edition edition, CancellationToken ct)
    {
        var id = edition.ContentItemId;
        var entries = await db.Set<Entry>().AsNoTracking().Where(entry => entry.EditionId == id && entry.Number != null).OrderBy(entry => entry.Number).ToListAsync(ct);
        var texts = await db.LastSentAsync(entries.ConvertAll(entry => entry.Id), ct);
        var jurors = await db.Set<Juror>().AsNoTracking().Where(juror => juror.EditionId == id).OrderByDescending(juror => juror.IsPresident).ThenBy(juror => juror.Name).ToListAsync(ct);
        var conflicts = await db.Set<Conflict>().AsNoTracking().Where(conflict => conflict.EditionId == id).OrderBy(conflict => conflict.AtUtc).ToListAsync(ct);
        var sheets = await db.Set<Sheet>().Where(sheet => db.Set<Juror>().Any(juror => juror.Id == sheet.JurorId && juror.EditionId == id)).Select(sheet => new { sheet.JurorId, sheet.Abstained }).ToListAsync(ct);
        var closed = await db.Set<SheetSubmission>().CountAsync(sent => sent.Act == SheetAct.ClosedComplete && db.Set<Juror>().Any(juror => juror.Id == sent.JurorId && juror.EditionId == id), ct);
        var awards = await db.Set<Award>().AsNoTracking().Where(award => award.EditionId == id).ToDictionaryAsync(award => award.EntryId, ct);
        var ranking = (await book.ReadAsync(edition, ct)).Ranking;
        var ranked = ranking.Entries.ToDictionary(entry => entry.EntryId);
        var known = entries.ToDictionary(entry => entry.Id);
        return new EditionMinutes(
            ScoringRule.Read(edition.Rule!),
            [.. jurors.Select(juror => new MinutesJuror(juror.Name, juror.Organisation, juror.IsPresident, juror.State, sheets.Count(sheet => sheet.JurorId == juror.Id && !sheet.Abstained), sheets.Count(sheet => sheet.JurorId == juror.Id && sheet.Abstained), conflicts.Where(conflict => conflict.PersonId == juror.PersonId).Select(conflict => conflict.EntryId).Distinct().Count()))],
            [.. from conflict in conflicts.DistinctBy(conflict => (conflict.PersonId, conflict.EntryId)) let juror = jurors.Find(one => one.PersonId == conflict.PersonId) where juror is not null && known.ContainsKey(conflict.EntryId) select new MinutesRecusal(juror.Name, known[conflict.EntryId].Number!.Value, texts[conflict.EntryId].Title, conflict.AtUtc)],
            [.. entries.Select(entry => new MinutesEntry(entry.Number!.Value, texts[entry.Id].Title, texts[entry.Id].ActorName, entry.State, entry.Reason, ranked.GetValueOrDefault(entry.Id), awards.GetValueOrDefault(entry.Id)))],
            closed, await db.Set<EditionResult>().AsNoTracking().FirstOrDefaultAsync(result => result.EditionId == id, ct), Convert.ToHexStringLower(EditionFile.RootOf(await db.ActsAsync(id, ct))), await SittingMinutes.ReadAsync(db, id, known, texts, jurors, ct))
        {
            Public = await EssConsult.Prize.Public.PublicStanding.ReadAsync(db, edition, ranking, ct),
            LateCodes = [.. (await db.Set<LateCode>().AsNoTracking().Where(code => code.EditionId == id).OrderBy(code => code.IssuedUtc).ToListAsync(ct)).Select(code => new LateCodeLine(code.Reason, null, code.UntilUtc, code.UsedUtc, code.EntryId is { } late ? known.GetValueOrDefault(late)?.Number : null))],
        };
    }
}

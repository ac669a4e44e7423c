using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Results;

/// <param name="Number">Of the entry that somebody is recused from.</param>
internal sealed record MinutesAttendance(string Juror, AttendanceKind Kind, int? Number, DateTime AtUtc);

internal sealed record MinutesVote(int Number, int Entry, VoteRound Round, int Voters);

internal sealed record MinutesDecision(int Number, string Title, string? Award, string Reason, DateTime AtUtc);

/// <summary>What the minutes say of the deliberation: who was there, who left for which entry, votes, decisions with their reasons.</summary>
internal sealed record SittingMinutes(DateTime OpenedUtc, DateTime? ClosedUtc, IReadOnlyList<MinutesAttendance> Attendance, IReadOnlyList<(int Number, string Text)> Notes, IReadOnlyList<MinutesVote> Votes, IReadOnlyList<MinutesDecision> Decisions)
{
    /// <returns>Null where the jury did not sit here. Six queries.</returns>
    public static async Task<SittingMinutes?> ReadAsync(SiteDb db, string editionId, IReadOnlyDictionary<Guid, Entry> entries, IReadOnlyDictionary<Guid, EntryText> texts, IReadOnlyCollection<Juror> jurors, CancellationToken ct)
    {
        if (await db.Set<Sitting>().AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == editionId, ct) is not { } sitting)
        {
            return null;
        }

        var names = jurors.ToDictionary(juror => juror.Id, juror => juror.Name);
        var attendance = await db.Set<Attendance>().AsNoTracking().Where(row => row.EditionId == editionId).OrderBy(row => row.Position).ToListAsync(ct);
        var notes = await db.Set<SittingNote>().AsNoTracking().Where(row => row.EditionId == editionId).OrderBy(row => row.AtUtc).ToListAsync(ct);
        var rounds = await db.Set<VoteRound>().AsNoTracking().Where(row => row.EditionId == editionId && row.ClosedUtc != null).OrderBy(row => row.Number).Select(row => new { row, Voters = db.Set<Ballot>().Count(ballot => ballot.RoundId == row.Id) }).ToListAsync(ct);
        var decisions = await db.Set<SittingDecision>().AsNoTracking().Where(row => row.EditionId == editionId).OrderBy(row => row.AtUtc).ToListAsync(ct);
        int Number(Guid entry) => entries[entry].Number!.Value;
        return new SittingMinutes(
            sitting.OpenedUtc, sitting.ClosedUtc, attendance.ConvertAll(row => new MinutesAttendance(names.GetValueOrDefault(row.JurorId) ?? string.Empty, row.Kind, row.EntryId is { } entry ? Number(entry) : null, row.AtUtc)),
            notes.ConvertAll(note => (Number(note.EntryId), note.Text)), rounds.ConvertAll(one => new MinutesVote(one.row.Number, Number(one.row.EntryId), one.row, one.Voters)),
            decisions.ConvertAll(decision => new MinutesDecision(Number(decision.EntryId), texts[decision.EntryId].Title, decision.Award, decision.Reason, decision.AtUtc)));
    }
}

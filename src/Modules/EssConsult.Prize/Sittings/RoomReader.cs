using EssConsult.JuryStatistics.Sitting;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Sittings;

/// <summary>An entry on the list of the sitting, of those that the viewer may know of.</summary>
/// <param name="Rank">Null for who is recused from any entry: ranks would tell of it.</param>
/// <param name="Spread">Highest less lowest result of its sheets; null without two.</param>
/// <param name="Leaving">How many are recused from it; null for who does not run the sitting.</param>
internal sealed record RoomEntry(Guid Id, int Number, string Title, string? Structure, int? Rank, decimal? Total, decimal? Spread, int? Leaving, SittingDecision? Decision);

/// <param name="IsOut">Because of a recusal.</param>
internal sealed record RoomJuror(Guid Id, string Name, bool IsPresident, bool IsThere, bool IsOut, Attendance? Last);

internal sealed record RoomNote(string By, string Text, DateTime AtUtc);

/// <param name="Voters">On screens.</param>
/// <param name="HasVoted">The viewer.</param>
internal sealed record RoomVote(VoteRound Round, int Voters, bool HasVoted);

/// <summary>The deliberation room as one person sees it. Somebody who is recused from what is being discussed sees that they are out, and nothing else.</summary>
internal sealed record RoomView(Edition Edition, bool IsFrozen, Sitting? Sitting, bool MayOpen, bool MayRun, bool IsOut, Juror? Juror, IReadOnlyList<RoomEntry> Entries, RoomEntry? Current, IReadOnlyList<RoomJuror> Jury, IReadOnlyList<RoomNote> Notes, IReadOnlyList<RoomVote> Votes)
{
    public int Moves { get; init; }

    public RoomVote? OpenVote => Votes.FirstOrDefault(vote => vote.Round.ClosedUtc is null);
}

internal sealed class RoomReader(SiteDb db, RankingBook book, EssConsult.Accounts.Contracts.IPeople people)
{
    /// <param name="edition">In deliberation, or announced.</param>
    /// <param name="personId">Who looks.</param>
    /// <param name="juror">Their seat, if they have one.</param>
    /// <param name="mayRun">The chair, or somebody of the team.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>Eleven queries, however many entries there are.</returns>
    public async Task<RoomView> ReadAsync(Edition edition, string personId, Juror? juror, bool mayRun, CancellationToken ct)
    {
        var id = edition.ContentItemId;
        var frozen = await db.Set<EditionResult>().AnyAsync(result => result.EditionId == id, ct);
        var sitting = await db.Set<Sitting>().AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == id, ct);
        var open = await db.OpenTo(personId, id).Where(entry => entry.State == EntryState.Eligible).OrderBy(entry => entry.Number).Select(entry => entry.Id).ToListAsync(ct);
        var mayOpen = frozen && sitting is null && edition.Stage == EditionStage.Deliberation && juror is { IsPresident: true };
        if (sitting is null || (sitting.EntryId is { } called && !open.Contains(called)))
        {
            return new RoomView(edition, frozen, sitting, mayOpen, MayRun: false, IsOut: sitting is not null, juror, [], null, [], [], []);
        }

        var entries = await EntriesAsync(edition, personId, open, mayRun, ct);
        var current = entries.Entries.FirstOrDefault(entry => entry.Id == sitting.EntryId);
        return new RoomView(edition, frozen, sitting, mayOpen, mayRun && sitting.ClosedUtc is null && edition.Stage == EditionStage.Deliberation, IsOut: false, juror, entries.Entries, current,
            await JuryAsync(id, ct), current is null ? [] : await NotesAsync(current.Id, ct), current is null ? [] : await VotesAsync(current.Id, juror?.Id, ct)) { Moves = entries.Moves };
    }

    private async Task<(IReadOnlyList<RoomEntry> Entries, int Moves)> EntriesAsync(Edition edition, string personId, List<Guid> open, bool mayRun, CancellationToken ct)
    {
        var id = edition.ContentItemId;
        var (found, texts, hidden) = (await book.ReadAsync(edition, ct), await db.LastSentAsync(open, ct), await db.RecusedAsync(personId, id, ct) > 0);
        var ranked = found.Ranking.Entries.ToDictionary(entry => entry.EntryId);
        var recused = (await db.Set<JuryPair>().Where(pair => pair.EditionId == id && pair.Standing == Standing.Recused).Select(pair => new { pair.JurorId, pair.EntryId }).ToListAsync(ct)).ToLookup(pair => pair.EntryId, pair => pair.JurorId);
        var decided = (await db.Set<SittingDecision>().AsNoTracking().Where(row => row.EditionId == id).OrderBy(row => row.AtUtc).ToListAsync(ct)).GroupBy(row => row.EntryId).ToDictionary(row => row.Key, row => row.Last());

        // The order is that of all entries: what is kept from one viewer must not move the others.
        var all = found.Ranking.Entries.Select(entry => entry.EntryId).ToList();
        var (order, moves) = SittingOrder.Of<Guid>(all.ConvertAll(entry => (IReadOnlySet<Guid>)recused[entry].ToHashSet()));
        return ([.. from place in order let entry = ranked[all[place]] where texts.ContainsKey(entry.EntryId) let text = texts[entry.EntryId]
            select new RoomEntry(entry.EntryId, found.Numbers[entry.EntryId], text.Title, text.ActorName, hidden ? null : entry.Rank, hidden ? null : entry.Total, entry.Sheets.Count > 1 ? entry.Highest - entry.Lowest : null, mayRun && !hidden ? recused[entry.EntryId].Count() : null, decided.GetValueOrDefault(entry.EntryId))], moves);
    }

    private async Task<IReadOnlyList<RoomJuror>> JuryAsync(string id, CancellationToken ct)
    {
        var room = Room.Of(await db.Set<Attendance>().AsNoTracking().Where(row => row.EditionId == id).ToListAsync(ct));
        var (there, gone) = (room.There.ToHashSet(), room.Out.ToHashSet());
        var jurors = await db.Set<Juror>().AsNoTracking().Where(row => row.EditionId == id && row.State == JurorState.Accepted).OrderByDescending(row => row.IsPresident).ThenBy(row => row.Name).ToListAsync(ct);
        return jurors.ConvertAll(one => new RoomJuror(one.Id, one.Name, one.IsPresident, there.Contains(one.Id), gone.Contains(one.Id), room.Last.GetValueOrDefault(one.Id)));
    }

    private async Task<IReadOnlyList<RoomNote>> NotesAsync(Guid entryId, CancellationToken ct)
    {
        var notes = await db.Set<SittingNote>().AsNoTracking().Where(row => row.EntryId == entryId).OrderBy(row => row.AtUtc).ToListAsync(ct);
        var names = await people.NamesAsync(notes.Select(note => note.ById), ct);
        return notes.ConvertAll(note => new RoomNote(names.GetValueOrDefault(note.ById)?.DisplayName ?? "–", note.Text, note.AtUtc));
    }

    private async Task<IReadOnlyList<RoomVote>> VotesAsync(Guid entryId, Guid? jurorId, CancellationToken ct)
    {
        var rounds = await db.Set<VoteRound>().AsNoTracking().Where(row => row.EntryId == entryId).OrderBy(row => row.Number).Select(row => new { row, Voters = db.Set<Ballot>().Count(ballot => ballot.RoundId == row.Id), Mine = db.Set<Ballot>().Any(ballot => ballot.RoundId == row.Id && ballot.JurorId == jurorId) }).ToListAsync(ct);
        return rounds.ConvertAll(one => new RoomVote(one.row, one.Voters, one.Mine));
    }
}

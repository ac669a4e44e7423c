using EssConsult.Prize.Jury;
using EssConsult.Prize.Results;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Sittings;

/// <summary>Rounds of votes on the entry that is called.</summary>
internal sealed class VoteVerbs(SiteDb db, SittingVerbs sittings, TimeProvider clock)
{
    public Task OpenAsync(string editionId, string? question, bool isSecret, bool isByHand, CancellationToken ct) => sittings.InSittingAsync(editionId, "vote.opened", async (edition, sitting) =>
    {
        var entry = sitting.RequireEntry();
        var number = 1 + (await db.Set<VoteRound>().Where(round => round.EditionId == editionId).MaxAsync(round => (int?)round.Number, ct) ?? 0);
        db.Add(new VoteRound { EditionId = editionId, EntryId = entry, Number = number, Question = SittingVerbs.Question(question), IsSecret = isSecret, IsByHand = isByHand, OpenedUtc = clock.UtcNow() });
        db.Record(edition, clock.UtcNow(), RecordedActs.OfVote(entry, number, isSecret, isByHand));
        return new { entry, number };
    }, ct);

    /// <summary>From the juror's own screen.</summary>
    /// <exception cref="RuleException">Not in the room, recused, or voted already.</exception>
    public Task CastAsync(string editionId, Juror juror, Guid roundId, VoteChoice? choice, CancellationToken ct) => sittings.InSittingAsync(editionId, "vote.cast", async (_, sitting) =>
    {
        var round = await db.Set<VoteRound>().FirstOrDefaultAsync(row => row.Id == roundId && row.EditionId == editionId, ct) ?? throw new RuleException("vote.closed", "Ce vote est clos.");
        await db.Entry(round).ReloadAsync(ct);
        round.RequireOpen();
        if (round.IsByHand || round.EntryId != sitting.EntryId)
        {
            throw new RuleException("vote.by-hand", "Ce vote se compte dans la salle.");
        }

        if (choice is not { } said || !Enum.IsDefined(said))
        {
            throw new RuleException("vote.choice", "Votez pour, contre ou blanc.");
        }

        var room = Room.Of(await db.Set<Attendance>().AsNoTracking().Where(row => row.EditionId == editionId && row.JurorId == juror.Id).ToListAsync(ct));
        if (!room.There.Contains(juror.Id))
        {
            throw new RuleException("vote.absent", "Seuls les membres présents votent : faites noter votre présence.");
        }

        // As the table says it, whatever was read before: one who is recused breaks its rule.
        var standing = await db.Set<JuryPair>().Where(pair => pair.JurorId == juror.Id && pair.EntryId == round.EntryId).Select(pair => pair.Standing).FirstAsync(ct);
        db.Add(new Ballot { RoundId = round.Id, JurorId = juror.Id, EntryId = round.EntryId, Standing = standing, Choice = round.IsSecret ? null : said });
        if (round.IsSecret)
        {
            round.Count(said);
        }

        return new { round.Number };
    }, ct);

    /// <param name="editionId">Whose round is open.</param>
    /// <param name="counted">For, against, blank, as counted by hand; unused where screens voted.</param>
    /// <param name="ct">Ends the writing.</param>
    public Task CloseAsync(string editionId, (int For, int Against, int Blank) counted, CancellationToken ct) => sittings.InSittingAsync(editionId, "vote.closed", async (edition, _) =>
    {
        var round = await db.Set<VoteRound>().FirstOrDefaultAsync(row => row.EditionId == editionId && row.ClosedUtc == null, ct) ?? throw new RuleException("vote.closed", "Ce vote est clos.");
        await db.Entry(round).ReloadAsync(ct);
        var ballots = await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.RoundId == round.Id).OrderBy(ballot => ballot.JurorId).ToListAsync(ct);
        var most = round.IsByHand ? Room.Of(await db.Set<Attendance>().AsNoTracking().Where(row => row.EditionId == editionId).ToListAsync(ct)).There.Count() : ballots.Count;
        int Of(VoteChoice choice) => ballots.Count(ballot => ballot.Choice == choice);
        var (yes, no, blank) = round.IsByHand ? counted : round.IsSecret ? (round.For, round.Against, round.Blank) : (Of(VoteChoice.For), Of(VoteChoice.Against), Of(VoteChoice.Blank));
        round.Close(yes, no, blank, most, clock.UtcNow());
        db.Record(edition, clock.UtcNow(), RecordedActs.OfVoteClosed(round.EntryId, round.Number, (yes, no, blank), ballots.Select(ballot => (ballot.JurorId, ballot.Choice?.ToString()))));
        return new { round.Number, yes, no, blank };
    }, ct);
}

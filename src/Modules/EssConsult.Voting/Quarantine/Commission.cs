using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.PublicVote;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Quarantine;

/// <summary>What the commission of two does with the votes of a group, or with one vote: one officer proposes, another one confirms.</summary>
internal sealed class Commission(SiteDb db, CurrentPerson person, TimeProvider clock)
{
    public Task<int> ProposeAsync(Guid ballotId, QuarantineSight shown, bool keeps, string? why, CancellationToken ct)
    {
        var reason = TypedText.Line(why, QuarantinedVote.LongestText);
        return reason.Length == 0 ? throw new RuleException("quarantine.why", "Dites pourquoi : la personne concernée le lira.") { Field = "Why" }
            : MoveAsync(ballotId, shown, QuarantineState.Waiting, "ballot.quarantine-proposed", rows => rows.ForEach(row => row.Propose(keeps, reason, person.RequiredId)), new { group = shown.Group, keeps, reason }, ct);
    }

    public Task<int> ConfirmAsync(Guid ballotId, QuarantineSight shown, CancellationToken ct) => MoveAsync(ballotId, shown, QuarantineState.Proposed, "ballot.quarantine-decided", rows =>
    {
        foreach (var row in rows)
        {
            row.Confirm(person.RequiredId, clock.UtcNow());
            db.Publish(new QuarantineDecided(ballotId, row.VoteId, row.State == QuarantineState.Kept));
        }
    }, new { group = shown.Group }, ct);

    public Task<int> RefuseAsync(Guid ballotId, QuarantineSight shown, CancellationToken ct) => MoveAsync(ballotId, shown, QuarantineState.Proposed, "ballot.quarantine-refused", rows => rows.ForEach(row => row.Refuse()), new { group = shown.Group }, ct);

    /// <summary>What keeps a public vote from being counted; nothing once every vote that waited is decided for good.</summary>
    /// <exception cref="RuleException">The votes are being looked at, wait for the commission, or may be contested still.</exception>
    public async Task<IReadOnlyDictionary<string, int>?> RequireDecidedAsync(Ballot ballot, BallotRule rule, CancellationToken ct)
    {
        if (rule.Screening is not { } screening)
        {
            return null;
        }

        if (!await db.Set<PublicBallot>().AnyAsync(row => row.BallotId == ballot.Id && row.ScreenedUtc >= ballot.ClosedUtc, ct))
        {
            throw new RuleException("quarantine.screening", "Les derniers votes sont en cours d’examen : réessayez dans une minute.");
        }

        var rows = await db.Set<QuarantinedVote>().AsNoTracking().Where(row => row.BallotId == ballot.Id && row.State != QuarantineState.Kept).ToListAsync(ct);
        if (rows.Count(row => row.IsUndecided) is > 0 and var waiting)
        {
            throw new RuleException("quarantine.undecided", waiting == 1 ? "Un vote attend la commission : le dépouillement vient après sa décision." : "{0} votes attendent la commission : le dépouillement vient après ses décisions.", waiting);
        }

        var now = clock.UtcNow();
        if (rows.Where(row => !row.IsFinal(screening, now)).Max(row => row.ContestUntil(screening)) is { } until)
        {
            throw new RuleException("quarantine.contestable", "Des votes écartés peuvent être contestés jusqu’au {0} : le dépouillement vient après.", until.Moment());
        }

        return rows.GroupBy(row => row.Reason).OrderBy(same => same.Key).ToDictionary(same => same.Key.Code(), same => same.Count());
    }

    /// <summary>In the ballot's turn: two officers who press at once do not both find the votes waiting, and nobody decides about votes that were not shown.</summary>
    private async Task<int> MoveAsync(Guid ballotId, QuarantineSight shown, QuarantineState from, string act, Action<List<QuarantinedVote>> move, object detail, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if ((await db.LockBallotAsync(ballotId, ct)).State == BallotState.Counted)
        {
            throw new RuleException("quarantine.counted", "Ce vote est dépouillé : les décisions sont définitives.");
        }

        var rows = await db.Set<QuarantinedVote>().Where(row => row.BallotId == ballotId && row.Group == shown.Group && row.State == from && row.Reason == shown.Reason && row.Keeps == shown.Keeps && row.Why == shown.Why && row.ProposedById == shown.ProposedById
            && (shown.VoteId == null || row.VoteId == shown.VoteId) && (!shown.Contested || row.AppealedUtc != null)).ToListAsync(ct);
        if (rows.Count == 0 || rows.Count != shown.Votes)
        {
            throw QuarantineSight.Moved();
        }

        move(rows);
        foreach (var kept in rows.Where(row => row.State == QuarantineState.Kept).Chunk(500))
        {
            var ids = kept.Select(row => row.VoteId).ToList();
            foreach (var vote in await db.Set<Vote>().Where(vote => ids.Contains(vote.Id)).ToListAsync(ct))
            {
                vote.Quarantine = null;
            }
        }

        db.Audit(new AuditEntry(act, ballotId.ToString(), person.RequiredId, new { detail, votes = rows.Count }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return rows.Count;
    }
}

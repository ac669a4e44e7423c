using System.Security.Cryptography;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Electorates;
using EssConsult.Voting.Paper;
using EssConsult.Voting.Quarantine;
using EssConsult.Voting.Secrecy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Counting;

/// <summary>
/// Opens the envelopes, fills the box and counts, in one transaction; a key that does not fit changes nothing. Of a secret vote only the box
/// (random keys, in their order), the receipts (in the order of their letters) and the signatures (in the order of voters) are left: all of
/// one transaction, so that nothing that the database writes beside a row tells which belonged together.
/// </summary>
internal sealed class CountBallot(SiteDb db, IBallotSealing sealing, Eligibility eligibility, BoxBatches desk, ReadParticipation participation, TraceErasure traces, Commission commission, CurrentPerson person, TimeProvider clock)
{
    public const string Online = "En ligne";

    /// <param name="privateKeys">Every opening key of a secret vote, in any order.</param>
    public async Task HandleAsync(Guid id, IReadOnlyList<byte[]> privateKeys, CancellationToken ct)
    {
        await using (var write = await db.BeginWriteAsync(ct))
        {
            var ballot = await db.LockBallotAsync(id, ct);
            var rule = ballot.Plan;
            var inOrder = rule.Regime == BallotRegime.Secret ? Fit(rule, privateKeys) : [];
            if (ballot.State != BallotState.Closed)
            {
                throw new RuleException("ballot.state", "Ce vote se dépouille une seule fois, après sa clôture.");
            }

            var excluded = await commission.RequireDecidedAsync(ballot, rule, ct);
            await traces.OverwriteDeletedAsync(ct);
            var votes = await db.Set<Vote>().AsNoTracking().Where(vote => vote.BallotId == id).ToListAsync(ct);
            ballot.Participation = (await participation.ReadAsync(rule, votes, ct)).Write();
            var opened = rule.Regime == BallotRegime.Secret ? Unseal(rule, inOrder, votes)
                : votes.Where(vote => vote is { Choice: not null, Quarantine: null }).Select(vote => (vote.Choice!, vote.Weight)).ToList();
            ballot.Count(await BoxAsync(ballot, rule, opened, ct) with { Excluded = excluded }, rule, clock.UtcNow());
            if (rule.Regime == BallotRegime.Secret)
            {
                await UnlinkAsync(id, votes, opened, ct);
            }

            db.Audit(new AuditEntry("ballot.counted", id.ToString(), person.RequiredId, new { ballot.ResultHash }));
            db.Publish(new BallotCounted(id));
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }

        await traces.EraseAsync(id, ct);
    }

    /// <exception cref="RuleException">A key is missing, or is another vote's.</exception>
    private static IReadOnlyList<byte[]> Fit(BallotRule rule, IReadOnlyList<byte[]> privateKeys)
    {
        var given = privateKeys.DistinctBy(Convert.ToHexString).ToDictionary(key => Convert.ToHexStringLower(SealedBox.PublicOf(key)));
        return rule.Keys.All(given.ContainsKey) ? [.. rule.Keys.Select(key => given[key])]
            : throw new RuleException("ballot.wrong-key", "Cette clé n’est pas celle de ce vote : rien n’a changé.");
    }

    private List<(string Choice, long Weight)> Unseal(BallotRule rule, IReadOnlyList<byte[]> keys, List<Vote> votes)
    {
        var envelopes = votes.Where(vote => vote.Sealed is not null).ToArray();
        RandomNumberGenerator.Shuffle(envelopes.AsSpan());
        return envelopes.Select(vote => (Choice: sealing.Open(rule, keys, vote.VoterId, vote.Sealed!) ?? throw new RuleException("ballot.broken-envelope", "Une enveloppe ne s’ouvre pas : la base de données a été altérée. Rien n’a changé."), vote.Weight)).ToList();
    }

    private async Task UnlinkAsync(Guid id, List<Vote> votes, List<(string Choice, long Weight)> opened, CancellationToken ct)
    {
        await db.Set<Vote>().Where(vote => vote.BallotId == id).ExecuteDeleteAsync(ct);
        db.AddRange(opened.Select(ballot => new BoxBallot { BallotId = id, Choice = ballot.Choice, Weight = ballot.Weight }).OrderBy(ballot => ballot.Id));
        db.AddRange(votes.Select(vote => vote.Receipt).OfType<string>().Order(StringComparer.Ordinal).Select(code => new PublishedReceipt { BallotId = id, Code = code }));
        db.AddRange(votes.OrderBy(vote => vote.VoterId, StringComparer.Ordinal).Select(vote => new Signature { BallotId = id, VoterId = vote.VoterId, PersonId = vote.PersonId }));
    }

    private async Task<BallotBox> BoxAsync(Ballot ballot, BallotRule rule, IReadOnlyCollection<(string Choice, long Weight)> online, CancellationToken ct)
    {
        var (batches, signedOff) = await desk.FillAsync(ballot, rule, BallotBox.Batch(Online, online.Select(vote => (vote.Choice, vote.Weight, 1L))), ct);
        return new BallotBox(ballot.RuleHash!, ballot.Electors ?? await eligibility.SizeAsync(ballot.Id, rule.Electorate, ct), batches) { SignedOff = signedOff };
    }
}

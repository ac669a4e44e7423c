using EssConsult.Voting.Ballots;
using EssConsult.Voting.Counting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Casting;

/// <param name="Receipt">Null after the count, and for a vote at the desk.</param>
internal sealed record VotedMark(Guid BallotId, VoteChannel Channel, string? Receipt);

/// <summary>« Vous avez voté »: from the votes while a ballot stands, from the signatures afterwards.</summary>
internal sealed class VotedMarks(SiteDb db)
{
    public async Task<VotedMark?> OfAsync(string personId, Guid ballotId, CancellationToken ct) => (await OfAsync(personId, [ballotId], ct)).GetValueOrDefault(ballotId);

    /// <summary>Two queries, however many ballots.</summary>
    public async Task<IReadOnlyDictionary<Guid, VotedMark>> OfAsync(string personId, IReadOnlyCollection<Guid> ballotIds, CancellationToken ct)
    {
        if (ballotIds.Count == 0)
        {
            return new Dictionary<Guid, VotedMark>();
        }

        var cast = await db.Set<Vote>().Where(vote => vote.PersonId == personId && ballotIds.Contains(vote.BallotId)).Select(vote => new VotedMark(vote.BallotId, vote.Channel, vote.Receipt)).ToListAsync(ct);
        var signed = await db.Set<Signature>().Where(signature => signature.PersonId == personId && ballotIds.Contains(signature.BallotId)).Select(signature => signature.BallotId).ToListAsync(ct);
        return cast.Concat(signed.Select(id => new VotedMark(id, VoteChannel.Online, null))).GroupBy(mark => mark.BallotId).ToDictionary(mine => mine.Key, mine => mine.First());
    }
}

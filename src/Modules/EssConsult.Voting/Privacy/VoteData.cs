using EssConsult.Accounts.Contracts;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Electorates;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Privacy;

/// <summary>
/// In which votes somebody took part. While a vote is open their vote leaves with them, for they could come back and vote again; of one
/// that is closed it stays in the box, nobody's: what was decided does not change because a voter leaves. A signature at the desk stays too,
/// nobody's: its ballot is on paper.
/// </summary>
internal sealed class VoteData(SiteDb db) : IPersonalData
{
    public string Name => "votes";

    public async Task<object?> ExportAsync(string personId, CancellationToken ct)
    {
        var cast = await db.Set<Vote>().AsNoTracking().Where(vote => vote.PersonId == personId).Join(db.Set<Ballot>(), vote => vote.BallotId, ballot => ballot.Id, (vote, ballot) => new { ballot.Title, ballot.Id, vote.Receipt, vote.Choice, Channel = vote.Channel.ToString() }).ToListAsync(ct);
        var signed = await db.Set<Signature>().AsNoTracking().Where(signature => signature.PersonId == personId).Join(db.Set<Ballot>(), signature => signature.BallotId, ballot => ballot.Id, (_, ballot) => new { ballot.Title, ballot.Id }).ToListAsync(ct);
        return cast.Count + signed.Count == 0 ? null : new { cast, signed };
    }

    public async Task EraseAsync(string personId, bool keepTextsWithoutName, CancellationToken ct)
    {
        await db.Set<Vote>().Where(vote => vote.PersonId == personId && vote.Channel == VoteChannel.Online && db.Set<Ballot>().Any(ballot => ballot.Id == vote.BallotId && ballot.State == BallotState.Open)).ExecuteDeleteAsync(ct);

        // In some electorates the voter is the account. An envelope is bound to its voter, and gone once it is counted.
        foreach (var vote in await db.Set<Vote>().Where(vote => vote.VoterId == personId && vote.Sealed == null).Select(vote => vote.Id).ToListAsync(ct))
        {
            await db.Set<Vote>().Where(row => row.Id == vote).ExecuteUpdateAsync(row => row.SetProperty(one => one.VoterId, Guid.NewGuid().ToString()), ct);
        }

        foreach (var ballot in await db.Set<Signature>().Where(signature => signature.VoterId == personId).Select(signature => signature.BallotId).ToListAsync(ct))
        {
            await db.Set<Signature>().Where(row => row.BallotId == ballot && row.VoterId == personId).ExecuteDeleteAsync(ct);
            db.Add(new Signature { BallotId = ballot, VoterId = Guid.NewGuid().ToString() });
        }

        await db.Set<Vote>().Where(vote => vote.PersonId == personId).ExecuteUpdateAsync(vote => vote.SetProperty(row => row.PersonId, (string?)null), ct);
        await db.Set<Signature>().Where(signature => signature.PersonId == personId).ExecuteUpdateAsync(signature => signature.SetProperty(row => row.PersonId, (string?)null), ct);
    }
}

/// <summary>Addresses on imported lists. On a list that is frozen the line stays, so that its number of voices holds, and leads to nobody.</summary>
internal sealed class RollData(SiteDb db) : IAddressData
{
    public string Name => "listes-de-vote";

    public async Task<object?> ExportAsync(string address, CancellationToken ct)
    {
        var key = EmailAddress.Normalize(address);
        var lines = await db.Set<RollLine>().AsNoTracking().Where(line => line.AddressKey == key).Join(db.Set<Ballot>(), line => line.BallotId, ballot => ballot.Id, (line, ballot) => new { ballot.Title, line.Weight }).ToListAsync(ct);
        return lines.Count == 0 ? null : lines;
    }

    public Task EraseAsync(string address, CancellationToken ct)
    {
        var key = EmailAddress.Normalize(address);
        return db.Set<RollLine>().Where(line => line.AddressKey == key).ExecuteUpdateAsync(line => line.SetProperty(row => row.AddressKey, (string?)null), ct);
    }

    public async Task LeaveAsync(string former, string present, CancellationToken ct)
    {
        var (before, now) = (EmailAddress.Normalize(former), EmailAddress.Normalize(present));
        await db.Set<RollLine>().Where(line => line.AddressKey == before && !db.Set<RollLine>().Any(other => other.BallotId == line.BallotId && other.AddressKey == now)).ExecuteUpdateAsync(line => line.SetProperty(row => row.AddressKey, now), ct);
    }
}

using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Registration.Contracts;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Room;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Electorates;

/// <summary>One voice that somebody may cast.</summary>
/// <param name="VoterId">What is unique in a vote: an account, a seat, a line of the roll, a structure.</param>
/// <param name="Label">The structure that speaks; null for oneself.</param>
/// <param name="PersonId">Whose voice it is, where it is an account's: a ticket is not of whoever happens to be signed in.</param>
internal sealed record Voice(string VoterId, long Weight, string? Label = null, string? PersonId = null);

/// <summary>Which voices somebody has in a vote: at most two queries, whoever they are.</summary>
internal sealed class Eligibility(SiteDb db, IPeople people, IActors actors, IPresence presence, CurrentPerson person)
{
    /// <summary>Of whoever is signed in.</summary>
    public async Task<IReadOnlyList<Voice>> OfAsync(Ballot ballot, BallotRule rule, CancellationToken ct)
    {
        if (person.Id is not { } id || (rule.Electorate.WithoutStaff && await IsStaffAsync(id, ct)))
        {
            return [];
        }

        return rule.Electorate.Kind switch
        {
            ElectorateKind.Accounts => (await people.NamesAsync([id], ct)).ContainsKey(id) ? [new Voice(id, 1, PersonId: id)] : [],
            ElectorateKind.Role => person.Roles.Contains(rule.Electorate.Of) ? [new Voice(id, 1, PersonId: id)] : [],
            ElectorateKind.Event => await presence.OfPersonAsync(rule.Electorate.Of!, id, ct) is { } seat ? [Of(seat)] : [],
            ElectorateKind.Roll => await OfRollAsync(ballot.Id, id, ct),
            ElectorateKind.Room => [],
            ElectorateKind.Addresses => [],
            _ => await OfStructuresAsync(ballot.Id, id, ct),
        };
    }

    /// <summary>Of whoever holds a ticket of the event and was let in, or types the code of an indicative poll's tables; null for any other code.</summary>
    /// <param name="browser">What tells one telephone from another, where a code is everybody's.</param>
    public async Task<Voice?> OfCodeAsync(Ballot ballot, BallotRule rule, string? code, string? browser, CancellationToken ct) => rule.Electorate.Kind == ElectorateKind.Room
        ? browser is not null && RoomCode.Opens(ballot, rule, code) ? new Voice(RoomCode.VoterOf(ballot.Id, browser), 1, PersonId: person.Id) : null
        : await OfTicketAsync(rule, code, ct);

    private async Task<Voice?> OfTicketAsync(BallotRule rule, string? code, CancellationToken ct) =>
        rule.Electorate is { Kind: ElectorateKind.Event, Of: { } at } && !string.IsNullOrWhiteSpace(code) && await presence.OfCodeAsync(at, code, ct) is { } seat
            && !(rule.Electorate.WithoutStaff && (seat.PersonId ?? person.Id) is { } id && await IsStaffAsync(id, ct)) ? Of(seat) : null;

    /// <summary>How many voices there are, by weight; null where the number grows while the vote is open.</summary>
    public async Task<long?> SizeAsync(Guid ballotId, ElectorateRule electorate, CancellationToken ct) => electorate.Kind switch
    {
        ElectorateKind.Roll => await db.Set<RollLine>().Where(line => line.BallotId == ballotId && line.ActorId == null).SumAsync(line => line.Weight, ct),
        ElectorateKind.Structures => await db.Set<RollLine>().Where(line => line.BallotId == ballotId && line.ActorId != null).SumAsync(line => line.Weight, ct),
        ElectorateKind.Event => await presence.CountAsync(electorate.Of!, ct),
        ElectorateKind.Role => await people.CountAsync(electorate.Of!, ct),
        ElectorateKind.Room => null,
        ElectorateKind.Addresses => null,
        _ => await people.CountAsync(SystemRoles.Authenticated, ct),
    };

    private static Voice Of(PresentSeat seat) => new(seat.AttendeeId.ToString(), 1, PersonId: seat.PersonId);

    private async Task<bool> IsStaffAsync(string id, CancellationToken ct) => (await people.NamesAsync([id], ct)).TryGetValue(id, out var name) && name.Badge != PersonBadge.None;

    private async Task<IReadOnlyList<Voice>> OfRollAsync(Guid ballotId, string id, CancellationToken ct)
    {
        var address = await people.AddressAmongAsync(id, db.Set<RollLine>().Where(line => line.BallotId == ballotId && line.AddressKey != null).Select(line => line.AddressKey!), ct);
        var line = address is null ? null : await db.Set<RollLine>().AsNoTracking().FirstOrDefaultAsync(row => row.BallotId == ballotId && row.AddressKey == address, ct);
        return line is null ? [] : [new Voice(line.Id.ToString(), line.Weight, PersonId: id)];
    }

    private async Task<IReadOnlyList<Voice>> OfStructuresAsync(Guid ballotId, string id, CancellationToken ct)
    {
        var mine = (await actors.SpeakersForAsync(id, ct)).ToDictionary(actor => actor.Id, actor => actor.Name);
        var ids = mine.Keys.ToList();
        var lines = await db.Set<RollLine>().AsNoTracking().Where(line => line.BallotId == ballotId && line.ActorId != null && ids.Contains(line.ActorId.Value)).ToListAsync(ct);
        return [.. lines.Select(line => new Voice(line.ActorId!.Value.ToString(), line.Weight, mine[line.ActorId.Value], id)).OrderBy(voice => voice.Label, StringComparer.CurrentCulture)];
    }
}

using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Registration.Contracts;
using EssConsult.Voting.Electorates;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Desk;

/// <summary>Somebody who may vote, as the desk finds them.</summary>
/// <param name="PersonId">The account, where there is one.</param>
/// <param name="Detail">What tells two of one name apart.</param>
internal sealed record DeskVoter(string VoterId, string? PersonId, long Weight, string Label, string? Detail = null);

/// <summary>Finds voters by what they show or say: an address of the list, a ticket or a name at an event, an account, a structure.</summary>
internal sealed class DeskVoters(SiteDb db, IPeople people, IActors actors, IPresence presence)
{
    public const int Most = 20;

    private const int MostStructures = 5000;

    public async Task<IReadOnlyList<DeskVoter>> FindAsync(Guid ballotId, ElectorateRule electorate, string? words, CancellationToken ct)
    {
        var typed = words?.Trim() ?? string.Empty;
        return typed.Length == 0 ? [] : await WithoutStaffAsync(electorate, electorate.Kind switch
        {
            ElectorateKind.Event => await AtEventAsync(electorate.Of!, typed, ct),
            ElectorateKind.Roll => await OnRollAsync(ballotId, typed, ct),
            ElectorateKind.Structures => await StructuresAsync(ballotId, TextKey.Of(typed), ct),
            ElectorateKind.Room => [],
            _ => await AccountsAsync(electorate, typed, ct),
        }, ct);
    }

    /// <summary>The one whom a form names; null when they may not vote here.</summary>
    public async Task<DeskVoter?> OneAsync(Guid ballotId, ElectorateRule electorate, string voterId, CancellationToken ct)
    {
        var id = Guid.TryParse(voterId, out var known) ? known : Guid.Empty;
        var found = await WithoutStaffAsync(electorate, electorate.Kind switch
        {
            ElectorateKind.Event => await presence.SeatAsync(electorate.Of!, id, ct) is { } seat ? [Of(seat)] : [],
            ElectorateKind.Roll => await RollAsync(await db.Set<RollLine>().AsNoTracking().Where(line => line.BallotId == ballotId && line.Id == id && line.AddressKey != null).ToListAsync(ct), ct),
            ElectorateKind.Structures => await StructuresAsync(await db.Set<RollLine>().AsNoTracking().Where(line => line.BallotId == ballotId && line.ActorId == id).ToListAsync(ct), string.Empty, ct),
            ElectorateKind.Room => [],
            _ => await NamedAsync(electorate, [voterId], ct),
        }, ct);
        return found.Count == 0 ? null : found[0];
    }

    private static DeskVoter Of(NamedSeat seat) => new(seat.AttendeeId.ToString(), seat.PersonId, 1, seat.Name, string.Join(" · ", new[] { seat.Organisation, $"n° {seat.Number}" }.Where(part => part.Length > 0)));

    private async Task<IReadOnlyList<DeskVoter>> AtEventAsync(string eventId, string typed, CancellationToken ct) =>
        await presence.OfCodeAsync(eventId, typed, ct) is { } held ? await presence.SeatAsync(eventId, held.AttendeeId, ct) is { } seat ? [Of(seat)] : []
            : [.. (await presence.SearchAsync(eventId, typed, Most, ct)).Select(Of)];

    private async Task<IReadOnlyList<DeskVoter>> OnRollAsync(Guid ballotId, string typed, CancellationToken ct)
    {
        if (EmailAddress.Clean(typed) is not { } address)
        {
            return [];
        }

        var key = EmailAddress.Normalize(address);
        return await RollAsync(await db.Set<RollLine>().AsNoTracking().Where(line => line.BallotId == ballotId && line.AddressKey == key).ToListAsync(ct), ct);
    }

    private async Task<IReadOnlyList<DeskVoter>> RollAsync(List<RollLine> lines, CancellationToken ct)
    {
        var accounts = await people.AtAsync([.. lines.Select(line => line.AddressKey!)], ct);
        return [.. lines.Select(line => new DeskVoter(line.Id.ToString(), accounts.GetValueOrDefault(line.AddressKey!), line.Weight, line.AddressKey!.ToLowerInvariant()))];
    }

    private async Task<IReadOnlyList<DeskVoter>> StructuresAsync(Guid ballotId, string key, CancellationToken ct) => key.Length == 0 ? []
        : await StructuresAsync(await db.Set<RollLine>().AsNoTracking().Where(line => line.BallotId == ballotId && line.ActorId != null).OrderBy(line => line.Id).Take(MostStructures).ToListAsync(ct), key, ct);

    private async Task<IReadOnlyList<DeskVoter>> StructuresAsync(List<RollLine> lines, string key, CancellationToken ct)
    {
        var names = await actors.NamesAsync(lines.Select(line => line.ActorId!.Value), ct);
        return [.. lines.Where(line => names.ContainsKey(line.ActorId!.Value)).Select(line => new DeskVoter(line.ActorId!.Value.ToString(), null, line.Weight, names[line.ActorId.Value].Name))
            .Where(voter => TextKey.Of(voter.Label).Contains(key, StringComparison.Ordinal)).OrderBy(voter => voter.Label, StringComparer.CurrentCulture).Take(Most)];
    }

    private async Task<IReadOnlyList<DeskVoter>> AccountsAsync(ElectorateRule electorate, string typed, CancellationToken ct) =>
        await NamedAsync(electorate, EmailAddress.Clean(typed) is { } address ? [.. (await people.AtAsync([address], ct)).Values] : await people.NamedAsync(typed, Most, ct), ct);

    private async Task<IReadOnlyList<DeskVoter>> NamedAsync(ElectorateRule electorate, IReadOnlyList<string> ids, CancellationToken ct)
    {
        var among = await people.AmongAsync(electorate.Kind == ElectorateKind.Role ? electorate.Of! : SystemRoles.Authenticated, ids, ct);
        var names = await people.NamesAsync(among, ct);
        return [.. ids.Where(names.ContainsKey).Select(id => new DeskVoter(id, id, 1, names[id].DisplayName))];
    }

    private async Task<IReadOnlyList<DeskVoter>> WithoutStaffAsync(ElectorateRule electorate, IReadOnlyList<DeskVoter> found, CancellationToken ct)
    {
        if (!electorate.WithoutStaff || found.Count == 0)
        {
            return found;
        }

        var names = await people.NamesAsync(found.Select(voter => voter.PersonId).OfType<string>(), ct);
        return [.. found.Where(voter => voter.PersonId is null || !names.TryGetValue(voter.PersonId, out var name) || name.Badge == PersonBadge.None)];
    }
}

using EssConsult.Registration.Contracts;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Features.Votes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Room;

/// <summary>On the page of an event: the votes of its room while they are open, and what they came to.</summary>
internal sealed class EventVotesSlot(SiteDb db, VotedMarks marks, CacheTags tags, CurrentPerson person, TimeProvider clock) : ISlot
{
    private const int Most = 20;

    public int Order => -6;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not ContentItem { ContentItemId: { Length: > 0 } id } item || !item.Content.ContainsKey("EventPart"))
        {
            return null;
        }

        tags.Add(BallotEviction.Lists);
        var found = await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.EventId == id && (ballot.State == BallotState.Open || ballot.State == BallotState.Counted)).OrderByDescending(ballot => ballot.OpenedUtc).Take(Most).Heads().ToListAsync(ct);
        var mine = person.Id is { } me ? await marks.OfAsync(me, [.. found.Select(ballot => ballot.Id)], ct) : new Dictionary<Guid, VotedMark>();
        return found.Count == 0 ? null : new SlotView("/Features/EssConsult.Voting/Votes/_Cards.cshtml", found.OrderBy(ballot => ballot.State).Select(ballot => new BallotCard(ballot, clock.UtcNow(), mine.GetValueOrDefault(ballot.Id))).ToList());
    }
}

/// <param name="Voted">Seats that have voted, or signed off.</param>
internal sealed record TicketVote(Guid BallotId, string Title, IReadOnlyList<HeldTicket> Tickets, IReadOnlyList<string> Voted);

/// <summary>Under the tickets that somebody holds: « Je vote » with each of them, while a vote of the room is open.</summary>
internal sealed class TicketVoteSlot(SiteDb db, IPresence presence, TimeProvider clock) : ISlot
{
    private const int Most = 10;

    public int Order => 40;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => model is Guid registration ? await ShowAsync(registration, null, ct) : null;

    public async Task<SlotView?> ShowAsync(Guid? registrationId, Guid? attendeeId, CancellationToken ct)
    {
        var tickets = await presence.TicketsAsync(registrationId, attendeeId, ct);
        var (now, events) = (clock.UtcNow(), tickets.Select(ticket => ticket.EventId).Distinct().ToList());
        var here = events.Count == 0 ? [] : await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.State == BallotState.Open && events.Contains(ballot.EventId!) && ballot.RoomCode == null && (ballot.OpensUtc == null || ballot.OpensUtc <= now) && (ballot.ClosesUtc == null || ballot.ClosesUtc > now))
            .OrderBy(ballot => ballot.OpenedUtc).Select(ballot => new { ballot.Id, ballot.Title }).Take(Most).ToListAsync(ct);
        var seats = tickets.Select(ticket => ticket.AttendeeId.ToString()).ToList();
        if (here.Count == 0)
        {
            return null;
        }

        var ids = here.Select(ballot => ballot.Id).ToList();
        var voted = await db.Set<Vote>().Where(vote => ids.Contains(vote.BallotId) && seats.Contains(vote.VoterId)).Select(vote => new { vote.BallotId, vote.VoterId }).ToListAsync(ct);
        return new SlotView("/Features/EssConsult.Voting/Desk/_TicketVotes.cshtml", here.Select(ballot => new TicketVote(ballot.Id, ballot.Title, tickets, [.. voted.Where(vote => vote.BallotId == ballot.Id).Select(vote => vote.VoterId)])).ToList());
    }
}

/// <summary>The same on the page of one seat.</summary>
internal sealed class SeatVoteSlot(TicketVoteSlot tickets) : ISlot
{
    public int Order => 40;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => model is Guid seat ? await tickets.ShowAsync(null, seat, ct) : null;
}

/// <summary>On an event's page for the team: puts a motion to the vote in one press.</summary>
internal sealed class PutToVotePanel(CurrentPerson person) : ISlot
{
    public int Order => 60;

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) =>
        ValueTask.FromResult<SlotView?>(model is string eventId && person.Can(Permissions.ManageBallots) ? new SlotView("/Features/EssConsult.Voting/Desk/_PutToVotePanel.cshtml", eventId) : null);
}

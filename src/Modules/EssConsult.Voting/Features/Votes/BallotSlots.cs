using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Votes;

/// <param name="Mine">Null when this person has not voted, or nobody is signed in.</param>
internal sealed record BallotCard(BallotHead Ballot, DateTime Now, VotedMark? Mine);

/// <summary>Under the page of what is voted on, and of what can be chosen: the vote and « Vous avez voté ».</summary>
internal sealed class BallotSlot(SiteDb db, VotedMarks marks, CacheTags tags, CurrentPerson person, TimeProvider clock) : ISlot
{
    private const int Most = 5;

    public int Order => -5;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if ((model as ContentItem)?.ContentItemId is not { Length: > 0 } id)
        {
            return null;
        }

        tags.Add(BallotEviction.Lists);
        var found = await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.State != BallotState.Draft && db.Set<BallotSource>().Any(source => source.BallotId == ballot.Id && source.Source == id)).OrderByDescending(ballot => ballot.OpenedUtc).Take(Most).Heads().ToListAsync(ct);
        var mine = person.Id is { } me ? await marks.OfAsync(me, [.. found.Select(ballot => ballot.Id)], ct) : new Dictionary<Guid, VotedMark>();
        return found.Count == 0 ? null : new SlotView("/Features/EssConsult.Voting/Votes/_Cards.cshtml", found.Select(ballot => new BallotCard(ballot, clock.UtcNow(), mine.GetValueOrDefault(ballot.Id))).ToList());
    }
}

/// <summary>« Je vote » on the home page while a vote is open to everybody.</summary>
internal sealed class HomeVote(SiteDb db, CacheTags tags, TimeProvider clock) : ISlot
{
    private const int Most = 20;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        tags.Add(BallotEviction.Lists);
        var now = clock.UtcNow();
        var open = (await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.State == BallotState.Open && ballot.EventId == null && (ballot.OpensUtc == null || ballot.OpensUtc <= now) && ballot.ClosesUtc > now).OrderBy(ballot => ballot.ClosesUtc).Take(Most).ToListAsync(ct))
            .Find(ballot => ballot.Plan.Electorate.Kind is ElectorateKind.Accounts or ElectorateKind.Addresses);
        return open is null ? null : new SlotView("/Features/EssConsult.Voting/Votes/_HomeVote.cshtml", open);
    }
}

/// <summary>A vote that opens, closes or is counted evicts the home page.</summary>
internal sealed class BallotEviction : IEvictsPages
{
    public const string Lists = "ballots";

    public IEnumerable<string> TagsOf(OutboxEvent happened) => happened.Is<BallotOpened>() || happened.Is<BallotClosed>() || happened.Is<BallotCounted>() ? [Lists] : [];
}

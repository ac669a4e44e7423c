using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Votes;

/// <summary>Every vote that was ever opened, the newest first.</summary>
[Public]
internal sealed class VotesModel(SiteDb db, VotedMarks marks, CurrentPerson person, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    internal IReadOnlyList<BallotHead> Ballots { get; private set; } = [];

    internal IReadOnlyDictionary<Guid, VotedMark> Voted { get; private set; } = new Dictionary<Guid, VotedMark>();

    public DateTime Now => clock.UtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Ballots = await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.State != BallotState.Draft).OrderByDescending(ballot => ballot.OpenedUtc).Take(Most).Heads().ToListAsync(ct);
        Voted = person.Id is { } me ? await marks.OfAsync(me, [.. Ballots.Select(ballot => ballot.Id)], ct) : Voted;
    }
}

using EssConsult.Registration.Contracts;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Desk;
using EssConsult.Voting.Room;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Features.Desk;

internal sealed record PutToVoteView(string EventId, RoomMotion Motion, string? Error = null);

/// <summary>The votes of one room, from the table of whoever runs it: put to the vote, close and count, each in one press.</summary>
[RequirePermission(Permissions.ManageBallots)]
internal sealed class EventVotesModel(SiteDb db, PutToVote put, BallotVerbs verbs, CountBallot count, CurrentPerson person) : PageModel, IReloadsForm
{
    private const int Most = 30;

    [BindProperty]
    public RoomMotion Motion { get; set; } = new();

    public EventRow Event { get; private set; } = null!;

    internal IReadOnlyList<(Ballot Ballot, Turnout Turnout)> Ballots { get; private set; } = [];

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPutAsync(string id, CancellationToken ct)
    {
        if (await EventAsync(id, ct) is not { } row)
        {
            return NotFound();
        }

        Event = row;
        await put.HandleAsync(id, Motion, ct);
        Notice = "Le vote est ouvert.";
        return RedirectToPage(new { id });
    }

    public Task<IActionResult> OnPostCloseAsync(string id, Guid ballot, CancellationToken ct) => ActAsync(id, ballot, () => verbs.CloseAsync(ballot, person.RequiredId, ct), "Le vote est clos.", ct);

    public Task<IActionResult> OnPostCountAsync(string id, Guid ballot, CancellationToken ct) => ActAsync(id, ballot, () => count.HandleAsync(ballot, [], ct), "Le vote est dépouillé, le résultat est publié.", ct);

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    private Task<EventRow?> EventAsync(string id, CancellationToken ct) => db.Set<EventRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == id, ct);

    private async Task<IActionResult> ActAsync(string id, Guid ballot, Func<Task> act, string notice, CancellationToken ct)
    {
        if (!await db.Set<Ballot>().AnyAsync(row => row.Id == ballot && row.EventId == id, ct))
        {
            return NotFound();
        }

        await act();
        Notice = notice;
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await EventAsync(id, ct) is not { } row)
        {
            return false;
        }

        Event = row;
        var ballots = await db.Set<Ballot>().AsNoTracking().Where(ballot => ballot.EventId == id).OrderByDescending(ballot => ballot.CreatedUtc).Take(Most).ToListAsync(ct);
        var turnouts = await db.TurnoutsAsync([.. ballots.Select(ballot => ballot.Id)], ct);
        Ballots = [.. ballots.Select(ballot => (ballot, turnouts[ballot.Id]))];
        return true;
    }
}

using EssConsult.Registration.Events;
using EssConsult.Registration.Features.Room;
using EssConsult.Registration.Wishes;
using EssConsult.Seating.Wishes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Wishes;

/// <summary>The wishes of a plenary: who answered, what is wished, the draw, its preview and its publication.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class WishesModel(SiteDb db, WishInput input, WishRuns runs, WishPublishing publishing, CurrentPerson person, TimeProvider clock) : PageModel, IReloadsForm
{
    public const int PageSize = 100;

    [BindProperty]
    public string? Seed { get; set; }

    [BindProperty]
    public bool Fills { get; set; }

    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public EventRow Event { get; private set; } = null!;

    public int People { get; private set; }

    public int Answered { get; private set; }

    internal IReadOnlyList<Bar> FirstWishes { get; private set; } = [];

    internal WishSeed? Fixed { get; private set; }

    internal WishRun? Run { get; private set; }

    internal IReadOnlyList<WishTally> Tallies { get; private set; } = [];

    /// <summary>The last wish that somebody obtained.</summary>
    public int Ranks => Tallies.Select(tally => tally.Ranks.Count).DefaultIfEmpty().Max();

    /// <summary>Name by slot and what was given there.</summary>
    public IReadOnlyList<(string Name, Placement Placement)> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Titles { get; private set; } = new Dictionary<string, string>();

    public int Pages { get; private set; } = 1;

    /// <summary>Null unless it was asked for.</summary>
    public bool? IsReplayed { get; private set; }

    public bool IsOpen => Event.WishesClosingUtc > clock.UtcNow();

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, bool verifier, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        IsReplayed = verifier && Run is not null ? WishRuns.IsReplayed(Run) : null;
        return Page();
    }

    public Task<IActionResult> OnPostSeedAsync(string id, CancellationToken ct) => ActAsync(id, "La graine du tirage est annoncée : elle ne changera plus.", async () =>
    {
        db.Audit(new AuditEntry("wishes.seed-announced", id, person.RequiredId, new { Seed = runs.Announce(id, Seed) }));
        await db.SaveChangesAsync(ct);
    }, ct);

    public Task<IActionResult> OnPostDrawAsync(string id, CancellationToken ct) => ActAsync(id, "Voici la répartition : relisez-la avant de la publier.", async () =>
    {
        var run = await runs.DrawAsync(Event, Fills, person.RequiredId, ct);
        db.Audit(new AuditEntry("wishes.drawn", id, person.RequiredId, new { run.Id, run.Seed }));
        await db.SaveChangesAsync(ct);
    }, ct);

    public Task<IActionResult> OnPostPublishAsync(string id, Guid run, CancellationToken ct) => ActAsync(id, "La répartition est publiée : chaque personne placée reçoit un e-mail, et chacun lit pourquoi depuis son inscription.", () => publishing.PublishAsync(run, person.RequiredId, ct), ct);

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    private async Task<IActionResult> ActAsync(string id, string notice, Func<Task> act, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { TakesWishes: true } row)
        {
            return NotFound();
        }

        Event = row;
        await act();
        Notice = notice;
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.FindEventAsync(id, ct) is not { TakesWishes: true } row)
        {
            return false;
        }

        Event = row;
        var confirmed = db.Set<Registration>().Where(found => found.EventId == id && found.State == RegistrationState.Confirmed);
        People = await confirmed.CountAsync(ct);
        Answered = await confirmed.CountAsync(found => db.Set<Wish>().Any(wish => wish.RegistrationId == found.Id), ct);
        var firsts = await db.Set<Wish>().Where(wish => wish.EventId == id && wish.Rank == 1 && confirmed.Any(found => found.Id == wish.RegistrationId)).GroupBy(wish => wish.WorkshopId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var workshops = await input.WorkshopsAsync(id, ct);
        Titles = workshops.ToDictionary(workshop => workshop.ContentItemId, workshop => workshop.Title);
        FirstWishes = [.. workshops.OrderBy(workshop => workshop.StartsUtc).ThenBy(workshop => workshop.Title, StringComparer.CurrentCulture).Select(workshop => new Bar($"{WishInput.SlotId(workshop.Slot)} · {workshop.Title}", firsts.GetValueOrDefault(workshop.ContentItemId)))];
        (Fixed, Run) = (await runs.SeedAsync(id, ct), await runs.FindAsync(id, ct));
        await ReadRunAsync(ct);
        return true;
    }

    private async Task ReadRunAsync(CancellationToken ct)
    {
        if (Run is null)
        {
            return;
        }

        var placements = WishRuns.ResultOf(Run).Placements;
        Tallies = [.. placements.GroupBy(placement => placement.SlotId).Select(slot => WishTally.Of(slot.Key, [.. slot]))];
        Pages = Math.Max(1, (placements.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var names = await db.Set<Registration>().Where(row => row.EventId == Event.ContentItemId).Select(row => new { row.Id, row.Name }).ToDictionaryAsync(row => row.Id.ToString("N"), row => row.Name, ct);
        var order = Tallies.Select(tally => tally.Slot).ToList();
        Lines =
        [
            .. placements.Select(placement => (Name: names.GetValueOrDefault(placement.PersonId, string.Empty), Placement: placement))
                .OrderBy(line => order.IndexOf(line.Placement.SlotId)).ThenBy(line => line.Name, StringComparer.CurrentCulture).ThenBy(line => line.Placement.PersonId, StringComparer.Ordinal).Skip((Number - 1) * PageSize).Take(PageSize),
        ];
    }
}

/// <summary>What an allocation comes to in one slot; in registrations, a group counts once.</summary>
/// <param name="Ranks">How many got their first wish, their second, and so on.</param>
internal sealed record WishTally(string Slot, IReadOnlyList<int> Ranks, int Filled, int Unassigned)
{
    public static WishTally Of(string slot, IReadOnlyList<Placement> placements)
    {
        var most = placements.Max(placement => placement.Rank) ?? 0;
        return new WishTally(slot, [.. Enumerable.Range(1, most).Select(rank => placements.Count(placement => placement.Rank == rank))], placements.Count(placement => placement.Filled), placements.Count(placement => placement.WorkshopId is null));
    }
}

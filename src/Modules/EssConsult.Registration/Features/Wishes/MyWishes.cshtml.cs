using EssConsult.Registration.Events;
using EssConsult.Registration.Wishes;
using EssConsult.Seating.Wishes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Wishes;

/// <summary>One's own wishes: ranked by plain lists, and afterwards what became of each, and why.</summary>
[Public]
internal sealed class MyWishesModel(SiteDb db, WishChoices choices, WishRuns runs, RegistrationOwner owner) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string? Token { get; set; }

    /// <summary>For each slot, the workshop of each rank.</summary>
    [BindProperty]
    public List<List<string?>> Ranked { get; set; } = [];

    internal Registration Row { get; private set; } = null!;

    public EventRow Event { get; private set; } = null!;

    public IReadOnlyList<IGrouping<string, EventRow>> Slots { get; private set; } = [];

    public RuleException? Closed { get; private set; }

    internal WishSeed? Seed { get; private set; }

    /// <summary>Empty until the allocation is published; then one a slot for which there was a wish.</summary>
    public IReadOnlyList<Placement> Placements { get; private set; } = [];

    public bool IsPublished { get; private set; }

    public bool IsSaved { get; private set; }

    public string? TitleOf(string workshopId) => Slots.SelectMany(slot => slot).FirstOrDefault(row => row.ContentItemId == workshopId)?.Title;

    public string? ChosenAt(int slot, int rank) => Ranked.ElementAtOrDefault(slot)?.ElementAtOrDefault(rank);

    public async Task<IActionResult> OnGetAsync(Guid id, bool fait, CancellationToken ct)
    {
        IsSaved = fait;
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var wishes = (await choices.OfAsync(id, ct)).ToLookup(wish => wish.Slot);
        Ranked = [.. Slots.Select(slot => wishes[slot.Key].Select(wish => (string?)wish.WorkshopId).ToList())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await choices.SaveAsync(Row, Event, [.. Ranked.Select(slot => (IReadOnlyList<string>)[.. slot.Select(choice => choice ?? string.Empty)])], ct);
        return RedirectToPage(new { id, jeton = Token, fait = true });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await FindAsync(Guid.Parse(RouteData.Values["id"]!.ToString()!), ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var row = await db.Set<Registration>().AsNoTracking().FirstOrDefaultAsync(found => found.Id == id && found.State != RegistrationState.Ended && found.ConfirmedUtc != null, ct);
        if (row is null || !owner.Holds(row, Token) || await db.FindEventAsync(row.EventId, ct) is not { TakesWishes: true } seen)
        {
            return false;
        }

        (Row, Event, Slots) = (row, seen, choices.SlotsOf(seen));
        Seed = await runs.SeedAsync(seen.ContentItemId, ct);
        var run = await db.Set<WishRun>().AsNoTracking().FirstOrDefaultAsync(found => found.EventId == seen.ContentItemId && found.PublishedUtc != null, ct);
        IsPublished = run is not null;
        Closed = choices.Closure(seen, IsPublished);
        Placements = run is null ? [] : [.. WishRuns.ResultOf(run).Placements.Where(placement => placement.PersonId == id.ToString("N"))];
        return true;
    }
}

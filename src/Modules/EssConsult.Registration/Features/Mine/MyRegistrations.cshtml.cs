using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Mine;

/// <summary>The registrations of whoever is signed in, those to come first.</summary>
[SignedIn]
internal sealed class MyRegistrationsModel(SiteDb db, CurrentPerson person, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    internal IReadOnlyList<(Registration Row, EventRow Event)> Coming { get; private set; } = [];

    internal IReadOnlyList<(Registration Row, EventRow Event)> Past { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, now) = (person.RequiredId, clock.UtcNow());
        var found = await db.Set<Registration>().AsNoTracking().Where(row => row.PersonId == me)
            .Join(db.Set<EventRow>(), row => row.EventId, seen => seen.ContentItemId, (row, seen) => new { row, seen }).OrderByDescending(pair => pair.seen.StartsUtc).Take(Most).ToListAsync(ct);
        Coming = [.. found.Where(pair => pair.seen.EndsUtc > now && !pair.row.IsEnded).Reverse().Select(pair => (pair.row, pair.seen))];
        Past = [.. found.Where(pair => pair.seen.EndsUtc <= now || pair.row.IsEnded).Select(pair => (pair.row, pair.seen))];
    }
}

internal sealed class MyRegistrationsMenu : ISlot
{
    public int Order => 20;

    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct) => ValueTask.FromResult<SlotView?>(SlotView.Line("/compte/rendez-vous", "Mes rendez-vous"));
}

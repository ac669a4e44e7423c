using EssConsult.Registration.Seats;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Admin;

/// <summary>Every event with how full it is; those to come first. Three queries, however many there are.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class AdminEventsModel(SiteDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "passes")]
    public bool ShowsPast { get; set; }

    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    internal IReadOnlyList<(EventRow Event, EventSeats? Seats)> Found { get; private set; } = [];

    /// <summary>People by event and state.</summary>
    internal IReadOnlyDictionary<(string EventId, RegistrationState State), int> People { get; private set; } = new Dictionary<(string, RegistrationState), int>();

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var rows = db.Set<EventRow>().AsNoTracking().Where(row => ShowsPast ? row.EndsUtc <= now : row.EndsUtc > now);
        Total = await rows.CountAsync(ct);
        Number = Math.Clamp(Number, 1, Pages);
        var found = await (ShowsPast ? rows.OrderByDescending(row => row.StartsUtc) : rows.OrderBy(row => row.StartsUtc)).ThenBy(row => row.ContentItemId).Skip((Number - 1) * PageSize).Take(PageSize)
            .GroupJoin(db.Set<EventSeats>().AsNoTracking(), row => row.ContentItemId, seats => seats.EventId, (row, seats) => new { row, seats }).SelectMany(pair => pair.seats.DefaultIfEmpty(), (pair, seats) => new { pair.row, seats }).ToListAsync(ct);
        Found = [.. (ShowsPast ? found.OrderByDescending(pair => pair.row.StartsUtc) : found.OrderBy(pair => pair.row.StartsUtc)).Select(pair => (pair.row, pair.seats))];
        var ids = Found.Select(pair => pair.Event.ContentItemId).ToList();
        People = await db.Set<Registration>().Where(row => ids.Contains(row.EventId) && row.State != RegistrationState.Ended).GroupBy(row => new { row.EventId, row.State })
            .Select(group => new { group.Key, Seats = group.Sum(row => row.Seats) }).ToDictionaryAsync(group => (group.Key.EventId, group.Key.State), group => group.Seats, ct);
    }
}

using EssConsult.Registration.Seats;
using EssConsult.Registration.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Admin;

/// <summary>Every event with how full it is; those to come first. Four queries, however many there are; four more for who came to those that are past.</summary>
[RequirePermission(Permissions.ManageEvents)]
internal sealed class AdminEventsModel(SiteDb db, ShowRate rate, TimeProvider clock) : PageModel
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

    /// <summary>Beside the events that are past.</summary>
    internal IReadOnlyList<ShowRateLine> Rates { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public string Link(int number) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Request.PathBase + "/admin/rendez-vous", new Dictionary<string, string?>
    {
        ["passes"] = ShowsPast ? "true" : null, ["page"] = number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    }.Where(pair => pair.Value is not null));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var rows = db.Set<EventRow>().AsNoTracking().Where(row => ShowsPast ? row.EndsUtc <= now : row.EndsUtc > now);
        Total = await rows.CountAsync(ct);
        Number = Math.Clamp(Number, 1, Pages);
        var events = await (ShowsPast ? rows.OrderByDescending(row => row.StartsUtc) : rows.OrderBy(row => row.StartsUtc)).ThenBy(row => row.ContentItemId).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = events.ConvertAll(row => row.ContentItemId);
        var seats = await db.Set<EventSeats>().AsNoTracking().Where(found => ids.Contains(found.EventId)).ToDictionaryAsync(found => found.EventId, ct);
        Found = [.. events.Select(row => (row, seats.GetValueOrDefault(row.ContentItemId)))];
        People = await db.Set<Registration>().Where(row => ids.Contains(row.EventId) && row.State != RegistrationState.Ended).GroupBy(row => new { row.EventId, row.State })
            .Select(group => new { group.Key, Seats = group.Sum(row => row.Seats) }).ToDictionaryAsync(group => (group.Key.EventId, group.Key.State), group => group.Seats, ct);
        Rates = ShowsPast && Number == 1 ? await rate.ReadAsync(now, ct) : [];
    }
}

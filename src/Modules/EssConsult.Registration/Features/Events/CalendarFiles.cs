using System.Text;
using EssConsult.Mail.Contracts;
using EssConsult.Registration.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Events;

/// <summary>What calendars fetch: all events to subscribe to, one event, one's own registration.</summary>
internal static class CalendarFiles
{
    private const string Type = "text/calendar; charset=utf-8";
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/rendez-vous.ics", FeedAsync).Public().WithTags("Rendez-vous").WithName("EventCalendar").WithSummary("L’agenda des rendez-vous, auquel s’abonner");
        endpoints.MapGet("/rendez-vous/{id}.ics", OneAsync).Public().ExcludeFromDescription();
        endpoints.MapGet("/inscription/{id:guid}.ics", OwnAsync).Public().ExcludeFromDescription();
    }

    private static async Task<IResult> FeedAsync(SiteDb db, EventCalendar calendar, TimeProvider clock, CancellationToken ct)
    {
        var since = clock.UtcNow().AddMonths(-6);
        var rows = await db.Set<EventRow>().AsNoTracking().Where(row => row.Published && !row.IsDemo && row.EndsUtc >= since).OrderBy(row => row.StartsUtc).Take(Most).ToListAsync(ct);
        return Results.Text(calendar.Feed(rows), Type, Encoding.UTF8);
    }

    private static async Task<IResult> OneAsync(string id, SiteDb db, EventCalendar calendar, CancellationToken ct) =>
        await db.Set<EventRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == id && row.Published, ct) is { } row ? Results.Text(calendar.Feed([row]), Type, Encoding.UTF8) : Results.NotFound();

    private static async Task<IResult> OwnAsync(Guid id, string? jeton, SiteDb db, EventCalendar calendar, RegistrationOwner owner, ISiteAddress address, CancellationToken ct)
    {
        var found = await db.Set<Registration>().AsNoTracking().Where(row => row.Id == id && row.State != RegistrationState.Ended).Join(db.Set<EventRow>(), row => row.EventId, seen => seen.ContentItemId, (row, seen) => new { row, seen }).FirstOrDefaultAsync(ct);
        return found is not null && owner.Holds(found.row, jeton)
            ? Results.Text(calendar.File(found.seen, id, address.Absolute("/" + found.seen.Path)), Type, Encoding.UTF8)
            : Results.NotFound();
    }
}

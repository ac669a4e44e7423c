using EssConsult.Kernel.Themes;
using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Events;

/// <summary>Draws the two parts of a rendez-vous by their Liquid templates: a theme may bring its own <c>EventPart.liquid</c> and <c>RegistrationPart.liquid</c>.</summary>
internal sealed class EventDrawing(SiteDb db, ThemeTemplates templates, Liquid liquid, EventCalendar calendar, IStringLocalizer words, CurrentPerson person, CacheTags tags, PageHead head, TimeProvider clock) : IPartDrawing
{
    public IReadOnlyCollection<string> PartNames { get; } = [nameof(EventPart), nameof(RegistrationPart)];

    public async ValueTask<string?> DrawAsync(string partName, ContentItem item, CancellationToken ct)
    {
        var found = await db.Set<EventRow>().AsNoTracking().Where(row => row.ContentItemId == item.ContentItemId)
            .LeftJoin(db.Set<EventSeats>().AsNoTracking(), row => row.ContentItemId, seats => seats.EventId, (row, seats) => new { row, seats }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        tags.Add(item.ContentItemId);
        if (found.row.IsDemo)
        {
            head.Robots = "noindex";
        }

        var model = partName == nameof(EventPart) ? await FactsAsync(found.row, ct) : RegistrationOf(found.row, found.seats, await MineAsync(found.row, ct));
        var source = templates.Find([partName]) ?? throw new InvalidOperationException($"The module embeds {partName}.liquid.");
        return await liquid.RenderAsync(source, new Dictionary<string, object?> { ["Event"] = model });
    }

    private async Task<Dictionary<string, object?>> FactsAsync(EventRow row, CancellationToken ct)
    {
        var within = row.ParentId is null ? null : await db.Set<EventRow>().AsNoTracking().FirstOrDefaultAsync(parent => parent.ContentItemId == row.ParentId && parent.Published, ct);
        return new()
        {
            ["Kind"] = words[row.Kind.Label()].Value, ["Mode"] = words[row.Mode.Label()].Value, ["When"] = row.When(), ["StartsIso"] = row.StartsUtc.Iso(), ["Place"] = row.Place, ["Address"] = row.Address,
            ["IsCancelled"] = row.IsCancelled, ["IsDemo"] = row.IsDemo, ["IsOver"] = row.EndsUtc <= clock.UtcNow(), ["Slot"] = row.Slot, ["IcsUrl"] = $"~/rendez-vous/{row.ContentItemId}.ics", ["GoogleUrl"] = calendar.Google(row),
            ["Parent"] = within is null ? null : new Dictionary<string, object?> { ["Title"] = within.Title, ["Url"] = "~/" + within.Path },
        };
    }

    private Dictionary<string, object?> RegistrationOf(EventRow row, EventSeats? seats, Registration? mine)
    {
        var closed = RegistrationRules.Closure(row, clock.UtcNow());
        var free = seats?.Capacity is null ? (int?)null : Math.Max(0, seats.Free);
        return new()
        {
            ["IsFree"] = !row.TakesRegistrations, ["Capacity"] = seats?.Capacity, ["Free"] = free, ["IsFull"] = free == 0, ["HasWaitingList"] = row.HasWaitingList, ["Url"] = $"~/rendez-vous/{row.ContentItemId}/inscription",
            ["Closed"] = closed is null ? null : words[closed.Message, closed.Values].Value, ["ClosesOn"] = row.ClosingUtc.Moment(), ["Access"] = row.Access == EventAccess.Everybody ? null : words[row.Access.Label()].Value,
            ["IsOver"] = row.EndsUtc <= clock.UtcNow(), ["Parent"] = row.ParentId is null ? null : $"~/rendez-vous/{row.ParentId}/inscription",
            ["Mine"] = mine is null ? null : new Dictionary<string, object?> { ["State"] = words[mine.State.Label()].Value, ["Url"] = $"~/inscription/{mine.WithinId ?? mine.Id:N}" },
        };
    }

    /// <summary>Of whoever reads, if they are signed in: who has a seat is not asked to take one.</summary>
    private async Task<Registration?> MineAsync(EventRow row, CancellationToken ct) => person.Id is not { } id ? null
        : await db.Set<Registration>().AsNoTracking().FirstOrDefaultAsync(mine => mine.EventId == row.ContentItemId && mine.PersonId == id && mine.State != RegistrationState.Ended, ct);
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Circuits;

/// <summary>A rendez-vous draws near, as circuits hear of it. A run is about the rendez-vous.</summary>
internal sealed class EventApproaching : IActivity
{
    public const string Name = "EssEventApproachingEvent";

    /// <summary>How many days before, where a circuit does not say.</summary>
    private const int UsualDays = 7;
    private const int MostDays = 365;
    private static readonly ActivitySetting Days = new(nameof(Days), SettingKind.Text, "Combien de jours avant, séparés par des virgules");

    public static ActivityDescription Description { get; } = new(Name, ActivityCategory.Time, "Un rendez-vous approche")
    {
        IsEvent = true, Help = "Sept jours avant si rien n’est dit. Un circuit qui écrit alors aux inscrits remplace leurs rappels habituels.", Settings = [Days, RegistrationEvent.Events], Offers = ["ContentItem", "Event", "Date", nameof(Days)],
    };

    /// <summary>Each 1 to 365.</summary>
    public static IReadOnlyList<int> DaysOf(JsonObject settings) =>
        [.. (settings.AnyText(Days.Name) ?? string.Empty).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0).Where(days => days is > 0 and <= MostDays).DefaultIfEmpty(UsualDays)];

    /// <summary>Whether a circuit that is set so looks after the event.</summary>
    public static bool Concerns(JsonObject settings, string? eventId) => settings.AnyTexts(RegistrationEvent.Events.Name) is var chosen && (chosen.Length == 0 || chosen.Contains(eventId));

    /// <param name="row">The event.</param>
    /// <param name="days">Which of the days that circuits wait for has come; null for any, where one is tried.</param>
    public static WorkflowTrigger Of(EventRow row, int? days) => new(Name, row.ContentItemId, new JsonObject
    {
        ["ContentItem"] = WorkflowTrigger.ContentPointer(row.ContentItemId), ["Event"] = row.ContentItemId, ["Date"] = row.StartsUtc.Iso(), ["Days"] = days,
    });

    public ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(
        Concerns(call.Settings, call.Input["Event"]?.ToString()) && (call.Input[Days.Name] is not { } days || DaysOf(call.Settings).Any(before => before.ToString(CultureInfo.InvariantCulture) == days.ToString())));

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Halt);

    public ValueTask<ActivityResult> ResumeAsync(IActivityCall call, CancellationToken ct) => ValueTask.FromResult(ActivityResult.Done);
}

/// <summary>That circuits were told how near an event is: the same is told once, on however many nodes; another date is told anew.</summary>
internal sealed class EventNotice
{
    [MaxLength(26)]
    public required string EventId { get; init; }

    public required int Days { get; init; }

    public required DateTime StartsUtc { get; init; }
}

/// <summary>Tells circuits that events draw near: nobody does it, so nothing else says it.</summary>
internal sealed class EventWatch(SiteDb db, IWorkflows workflows, TimeProvider clock) : IRecurringJob
{
    /// <summary>A site that was stopped longer than this does not tell what has long been over, and a circuit put into service hears of what is fresh; so it does of an event that was set or moved so near.</summary>
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(1);

    public string Name => "circuit-events";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var days = workflows.StartsOn(EventApproaching.Name).SelectMany(EventApproaching.DaysOf).Distinct().ToList();
        if (days.Count == 0)
        {
            return;
        }

        var until = now.AddDays(days.Max());
        var soon = await db.Set<EventRow>().AsNoTracking().Where(row => row.Published && !row.IsCancelled && row.StartsUtc > now && row.StartsUtc <= until && row.ParentId == null).ToListAsync(ct);
        var due = soon.SelectMany(row => days.Select(before => (Event: row, Days: before, AtUtc: row.StartsUtc.AddDays(-before)))).Where(moment => moment.AtUtc <= now && (moment.AtUtc > now - StillNews || moment.Event.ChangedUtc > now - StillNews)).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var ids = due.Select(moment => moment.Event.ContentItemId).Distinct().ToList();
        var told = await db.Set<EventNotice>().AsNoTracking().Where(notice => ids.Contains(notice.EventId)).ToListAsync(ct);
        foreach (var (row, before, _) in due.Where(moment => !told.Exists(known => known.EventId == moment.Event.ContentItemId && known.Days == moment.Days && known.StartsUtc == moment.Event.StartsUtc)))
        {
            db.Add(new EventNotice { EventId = row.ContentItemId, Days = before, StartsUtc = row.StartsUtc });
            await workflows.TriggerAsync(EventApproaching.Of(row, before), ct);
        }

        await db.SaveChangesAsync(ct);
    }
}

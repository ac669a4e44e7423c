using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Triggers;

namespace EssConsult.Workflows.Simulation;

/// <summary>What lately happened to content, to the person who asks, or by the clock.</summary>
internal sealed class ContentSamples(SiteDb db, CurrentPerson person) : IEventSamples
{
    private const int Shown = 20;

    public async Task<IReadOnlyList<EventSample>> ListAsync(string eventName, CancellationToken ct)
    {
        if (ContentEvent.Descriptions.Any(known => known.Name == eventName))
        {
            var rows = await db.Set<ContentRow>().AsNoTracking().Where(row => row.Latest).OrderByDescending(row => row.ModifiedUtc).Take(Shown).Select(row => new { row.ContentItemId, row.ContentType, row.DisplayText }).ToListAsync(ct);
            return [.. rows.Select(row => new EventSample(row.ContentItemId, $"{row.DisplayText} ({row.ContentType})", ContentTriggers.Of(eventName, row.ContentItemId, row.ContentType)))];
        }

        if (PeopleTriggers.Descriptions.Any(known => known.Name == eventName) && person.Id is { } id)
        {
            return [new EventSample(id, person.DisplayName ?? id, new WorkflowTrigger(eventName, id, new JsonObject { ["User"] = WorkflowTrigger.PersonPointer(id) }))];
        }

        return eventName is nameof(TimerEvent) or nameof(WorkflowFaultEvent) ? [new EventSample("now", "Maintenant", new WorkflowTrigger(eventName, null, []))] : [];
    }
}

using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Circuits;

/// <summary>Contributions to try circuits on: those that wait where it is about sending, else those that readers see.</summary>
internal sealed class ContributionSamples(SiteDb db) : IEventSamples
{
    private const int Shown = 20;

    public async Task<IReadOnlyList<EventSample>> ListAsync(string eventName, CancellationToken ct)
    {
        if (ContributionEvent.Descriptions.All(known => known.Name != eventName))
        {
            return [];
        }

        var state = eventName == ContributionEvent.Submitted ? ContributionState.Submitted : ContributionState.Published;
        var rows = await db.Set<ContributionRow>().AsNoTracking().Where(row => row.State == state).OrderByDescending(row => row.SubmittedUtc).ThenBy(row => row.ContentItemId).Take(Shown).ToListAsync(ct);
        return [.. rows.Select(row => new EventSample(row.ContentItemId, row.Title, new WorkflowTrigger(eventName, row.ContentItemId, new JsonObject
        {
            ["ContentItem"] = WorkflowTrigger.ContentPointer(row.ContentItemId), ["Process"] = row.ProcessId, ["Author"] = row.AuthorId is null ? null : WorkflowTrigger.PersonPointer(row.AuthorId),
        })))];
    }
}

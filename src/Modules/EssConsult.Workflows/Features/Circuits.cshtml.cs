using EssConsult.Workflows.Checking;
using EssConsult.Workflows.Editing;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Settings;
using EssConsult.Workflows.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Workflows.Features;

/// <summary>The circuits, on or off, with what their runs came to: two queries, however many runs there are.</summary>
[RequirePermission(Permissions.ManageWorkflows)]
internal sealed class CircuitsModel(SiteDb db, WorkflowTypes types, CircuitDrafts drafts, CircuitCheck check, CurrentPerson person, RunRetention retention, SiteSettings settings) : PageModel, IReloadsForm
{
    /// <summary>Ways in which a run ends, in words.</summary>
    public static IReadOnlyList<(WorkflowStatus Status, string Words)> Ends { get; } = [.. CircuitModel.Statuses.Where(state => RunRetention.Ended.Contains(state.Status))];

    public IReadOnlyList<CircuitLine> Lines { get; private set; } = [];

    public RunRetention Retention => retention;

    /// <summary>The rule on how long runs are kept was just changed.</summary>
    public bool IsKept { get; private set; }

    public Task OnGetAsync(bool garde, CancellationToken ct)
    {
        IsKept = garde;
        return ReloadAsync(ct);
    }

    public async Task<IActionResult> OnPostNewAsync(string? name, CancellationToken ct) => RedirectToPage("/EssConsult.Workflows/EditCircuit", new { id = await drafts.CreateAsync(name, ct) });

    public async Task<IActionResult> OnPostRetentionAsync(int? days, bool all, WorkflowStatus[] statuses, CancellationToken ct)
    {
        await RunRetention.PutAsync(db, days, all, statuses, ct);
        db.Audit(new AuditEntry("workflow.retention", "WorkflowTrimmingSettings", person.RequiredId, new { Days = days, Disabled = all }));
        await db.SaveChangesAsync(ct);

        // The next page must show it, on this node before the follower comes round.
        await settings.ResumeAsync(ct);
        return RedirectToPage(new { garde = true });
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        var counts = (await db.Set<WorkflowInstanceRow>().GroupBy(row => new { row.TypeId, row.Status }).Select(group => new { group.Key.TypeId, group.Key.Status, Count = group.Count() }).ToListAsync(ct))
            .ToDictionary(found => (found.TypeId, found.Status), found => found.Count);
        var rows = await db.Set<WorkflowTypeRow>().AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(ct);
        int Count(string id, WorkflowStatus status) => counts.GetValueOrDefault((id, status));
        Lines = [.. rows.Select((row, index) => new CircuitLine(index + 1, row.Id, row.Name, CircuitSettings.Of(WorkflowTypes.Read(row))?.Description, row.IsEnabled, Count(row.Id, WorkflowStatus.Halted), Count(row.Id, WorkflowStatus.Finished), Count(row.Id, WorkflowStatus.Faulted)))];
    }

    public async Task<IActionResult> OnPostSwitchAsync(string id, bool on, CancellationToken ct)
    {
        if (await types.FindAsync(id, ct) is not { } type)
        {
            return NotFound();
        }

        if (on && check.Of(type).Any(finding => finding.Gravity == Gravity.Fault))
        {
            return RedirectToPage("/EssConsult.Workflows/Circuit", new { id, refus = true });
        }

        if (type.IsEnabled != on)
        {
            await types.PutAsync(type.Switched(on), ct);
            db.Audit(new AuditEntry(on ? "workflow.on" : "workflow.off", id, person.RequiredId));
            await db.SaveChangesAsync(ct);
        }

        return RedirectToPage();
    }
}

/// <param name="Number">Its place in the list.</param>
/// <param name="Description">What it does, for a circuit that has settings; null for any other.</param>
/// <param name="Waiting">Runs that wait for something.</param>
/// <param name="Failed">Runs that an error ended.</param>
internal sealed record CircuitLine(int Number, string Id, string Name, string? Description, bool IsEnabled, int Waiting, int Finished, int Failed);

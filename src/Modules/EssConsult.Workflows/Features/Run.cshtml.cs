using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Drawing;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Workflows.Features;

/// <summary>One run: the way that it took, its journal, what it knows; it can be tried again or given up.</summary>
[RequirePermission(Permissions.ManageWorkflows)]
internal sealed class RunModel(SiteDb db, WorkflowTypes types, ActivityKinds kinds, RunTitles titles, RunDesk desk) : PageModel, IReloadsForm
{
    private const int LongestJournal = 1000;
    private static readonly JsonSerializerOptions Shown = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly (string Member, string Words)[] Parts = [("Input", "Ce qu’elle a appris"), ("Properties", "Ce qu’elle retient"), ("Output", "Ce qu’elle rend"), ("LastResult", "Dernier résultat")];

    public WorkflowType Type { get; private set; } = null!;

    public WorkflowInstanceRow Row { get; private set; } = null!;

    public string? Subject { get; private set; }

    public CircuitDrawing Drawing { get; private set; } = null!;

    public IReadOnlyList<WorkflowJournalRow> Journal { get; private set; } = [];

    /// <summary>Where it waits, and until when.</summary>
    public IReadOnlyList<WorkflowWaitRow> Waits { get; private set; } = [];

    /// <summary>What it knows, part by part, as JSON.</summary>
    public IReadOnlyList<(string Name, string Json)> Known { get; private set; } = [];

    /// <summary>Its next turn is in the queue.</summary>
    public bool IsQueued { get; private set; }

    public string TitleOf(string activityId, string name) => Type.Find(activityId)?.Title ?? kinds.Describe(name)?.Title ?? name;

    public async Task<IActionResult> OnGetAsync(string id, string run, CancellationToken ct)
    {
        if (await types.FindAsync(id, ct) is not { } type || await db.Set<WorkflowInstanceRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == run && row.TypeId == id, ct) is not { } row)
        {
            return NotFound();
        }

        await ShowAsync(type, row, ct);
        return Page();
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        var (id, run) = (RouteData.Values["id"]!.ToString()!, RouteData.Values["run"]!.ToString()!);
        await ShowAsync((await types.FindAsync(id, ct))!, await db.Set<WorkflowInstanceRow>().AsNoTracking().SingleAsync(row => row.Id == run, ct), ct);
    }

    public async Task<IActionResult> OnPostRetryAsync(string id, string run, CancellationToken ct)
    {
        await desk.RetryAsync(run, ct);
        return RedirectToPage(new { id, run });
    }

    public async Task<IActionResult> OnPostCancelAsync(string id, string run, CancellationToken ct)
    {
        await desk.CancelAsync(run, ct);
        return RedirectToPage(new { id, run });
    }

    private async Task ShowAsync(WorkflowType type, WorkflowInstanceRow row, CancellationToken ct)
    {
        (Type, Row) = (type, row);
        var run = row.Id;
        Journal = await db.Set<WorkflowJournalRow>().AsNoTracking().Where(line => line.InstanceId == run).OrderByDescending(line => line.Number).Take(LongestJournal).OrderBy(line => line.Number).ToListAsync(ct);
        Waits = await db.Set<WorkflowWaitRow>().AsNoTracking().Where(wait => wait.InstanceId == run).OrderBy(wait => wait.ActivityId).ToListAsync(ct);
        IsQueued = await db.Set<WorkflowDueRow>().AnyAsync(due => due.InstanceId == run, ct);
        Drawing = CircuitDrawing.Of(type, kinds, RunPath.Of(Journal, Waits.Select(wait => wait.ActivityId)));
        Subject = (await titles.OfAsync([row.CorrelationId], ct)).GetValueOrDefault(row.CorrelationId);
        var state = (JsonObject)JsonNode.Parse(row.State)!;
        Known = [.. Parts.Where(part => state[part.Member] is JsonObject { Count: > 0 } or JsonValue).Select(part => (part.Words, state[part.Member]!.ToJsonString(Shown)))];
    }
}

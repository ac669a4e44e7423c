using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Checking;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Drawing;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Workflows.Features;

/// <summary>One circuit: its drawing, the same as a list, and its runs.</summary>
[RequirePermission(Permissions.ManageWorkflows)]
internal sealed class CircuitModel(SiteDb db, WorkflowTypes types, ActivityKinds kinds, CircuitCheck check, RunTitles titles) : PageModel
{
    private const int PageSize = 50;

    public static IReadOnlyList<(WorkflowStatus Status, string Words)> Statuses { get; } =
        [(WorkflowStatus.Faulted, "En panne"), (WorkflowStatus.Halted, "En attente"), (WorkflowStatus.Finished, "Terminées"), (WorkflowStatus.Aborted, "Abandonnées")];

    [BindProperty(SupportsGet = true, Name = "etat")]
    public WorkflowStatus? Chosen { get; set; }

    /// <summary>What failed is shown first.</summary>
    public WorkflowStatus Status => Chosen ?? (Counts.GetValueOrDefault(WorkflowStatus.Faulted) > 0 ? WorkflowStatus.Faulted : WorkflowStatus.Halted);

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public WorkflowType Type { get; private set; } = null!;

    public CircuitDrawing Drawing { get; private set; } = null!;

    /// <summary>What was noted on the drawing, each with the title of the step that it lies by.</summary>
    public IReadOnlyList<(CircuitNote Note, string? Near)> Notes { get; private set; } = [];

    public IReadOnlyList<CircuitStep> Steps { get; private set; } = [];

    public IReadOnlyDictionary<WorkflowStatus, int> Counts { get; private set; } = new Dictionary<WorkflowStatus, int>();

    public IReadOnlyList<RunLine> Runs { get; private set; } = [];

    public bool HasNext { get; private set; }

    public bool HasSettings => Settings.CircuitSettings.Of(Type) is not null;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Somebody wanted to switch it on, and it has faults.</summary>
    public bool IsRefused { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, bool refus, CancellationToken ct)
    {
        if (await types.FindAsync(id, ct) is not { } type)
        {
            return NotFound();
        }

        (Type, IsRefused) = (type, refus);
        Findings = check.Of(type);
        Drawing = CircuitDrawing.Of(type, kinds);
        Notes = DrawnNotes.Of(type, kinds);
        Steps = [.. type.Activities.Select(activity => CircuitStep.Of(type, activity, kinds))];
        Number = Math.Clamp(Number, 1, 10_000);
        Counts = await db.Set<WorkflowInstanceRow>().Where(row => row.TypeId == id).GroupBy(row => row.Status).ToDictionaryAsync(group => group.Key, group => group.Count(), ct);
        var shown = Status;
        var rows = await db.Set<WorkflowInstanceRow>().AsNoTracking().Where(row => row.TypeId == id && row.Status == shown)
            .OrderByDescending(row => row.ModifiedUtc).ThenBy(row => row.Id).Skip((Number - 1) * PageSize).Take(PageSize + 1)
            .Select(row => new { row.Id, row.CorrelationId, row.CreatedUtc, row.ModifiedUtc, row.FaultMessage }).ToListAsync(ct);
        HasNext = rows.Count > PageSize;
        var subjects = await titles.OfAsync([.. rows.Select(row => row.CorrelationId)], ct);
        Runs = [.. rows.Take(PageSize).Select(row => new RunLine(row.Id, subjects.GetValueOrDefault(row.CorrelationId), row.CreatedUtc, row.ModifiedUtc, row.FaultMessage))];
        return Page();
    }
}

/// <param name="Subject">Title of the content, or name of the person, that it is about.</param>
internal sealed record RunLine(string Id, string? Subject, DateTime CreatedUtc, DateTime ModifiedUtc, string? FaultMessage);

/// <summary>A box of the drawing in words.</summary>
/// <param name="Kind">What it does; null when it does not run here.</param>
/// <param name="Ways">Each outcome, and the name of the box that it leads to; null where the way ends.</param>
internal sealed record CircuitStep(string Id, string? Title, string? Kind, string Name, bool IsStart, IReadOnlyList<(string Outcome, string? To)> Ways)
{
    public string Words => Title ?? Kind ?? Name;

    public static CircuitStep Of(WorkflowType type, ActivityRecord activity, ActivityKinds kinds)
    {
        return new CircuitStep(activity.Id, activity.Title, kinds.Describe(activity.Name)?.Title, activity.Name, activity.IsStart, [.. kinds.OutcomesOf(type, activity).Select(outcome => (outcome, Next(outcome)))]);

        string? Next(string outcome) =>
            type.From(activity.Id).FirstOrDefault(edge => edge.Outcome == outcome) is { } edge && type.Find(edge.Destination) is { } next ? kinds.TitleOf(next) : null;
    }
}

using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Checking;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Drawing;
using EssConsult.Workflows.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Workflows.Features;

/// <summary>The drawing board: the canvas where the browser can draw, and the same as lists and forms everywhere. What is drawn runs once it is put into service.</summary>
[RequirePermission(Permissions.ManageWorkflows)]
internal sealed class EditCircuitModel(CircuitDrafts drafts, CircuitCheck check, ActivityKinds kinds) : PageModel, IReloadsForm
{
    public CircuitOnBoard Board { get; private set; } = null!;

    public WorkflowType Type { get; private set; } = null!;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<CircuitStep> Steps { get; private set; } = [];

    public CircuitDrawing Drawing { get; private set; } = null!;

    /// <summary>Each note, with the title of the step that it lies by.</summary>
    public IReadOnlyList<(CircuitNote Note, string? Near)> Notes { get; private set; } = [];

    /// <summary>What can be added, by drawer.</summary>
    public IEnumerable<IGrouping<ActivityCategory, ActivityDescription>> Palette => kinds.All.OrderBy(kind => kind.Title, StringComparer.CurrentCulture).GroupBy(kind => kind.Category).OrderBy(group => group.Key);

    public bool IsRefused { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, bool refus, CancellationToken ct)
    {
        IsRefused = refus;
        return await FindAsync(id, ct) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostDescribeAsync(string id, string? name, bool singleton, bool delete, CancellationToken ct) => DrawAsync(id, draft => draft.Describe(name, singleton, delete), ct);

    public async Task<IActionResult> OnPostAddAsync(string id, string? kind, CancellationToken ct)
    {
        var step = string.Empty;
        return await DrawAsync(id, draft => step = draft.Add(kinds, kind), ct) is RedirectToPageResult ? RedirectToPage("/EssConsult.Workflows/EditStep", new { id, step }) : NotFound();
    }

    public Task<IActionResult> OnPostRemoveAsync(string id, string? step, CancellationToken ct) => DrawAsync(id, draft => draft.Remove(step ?? string.Empty), ct);

    public Task<IActionResult> OnPostNoteAsync(string id, string? note, TypedNote typed, CancellationToken ct) => DrawAsync(id, draft => draft.Notes.Put(note, typed), ct);

    public Task<IActionResult> OnPostRemoveNoteAsync(string id, string? note, CancellationToken ct) => DrawAsync(id, draft => draft.Notes.Remove(note ?? string.Empty), ct);

    public async Task<IActionResult> OnPostPublishAsync(string id, CancellationToken ct) => !await FindAsync(id, ct) ? NotFound()
        : await drafts.PublishAsync(id, ct) ? RedirectToPage("/EssConsult.Workflows/Circuit", new { id }) : RedirectToPage(new { id, refus = true });

    public async Task<IActionResult> OnPostDropAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await drafts.DropAsync(id, ct);
        return RedirectToPage("/EssConsult.Workflows/Circuit", new { id });
    }

    public async Task<IActionResult> OnPostDeleteAsync(string id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await drafts.DeleteAsync(id, ct);
        return RedirectToPage("/EssConsult.Workflows/Circuits");
    }

    public Task ReloadAsync(CancellationToken ct) => FindAsync(RouteData.Values["id"]!.ToString()!, ct);

    private async Task<IActionResult> DrawAsync(string id, Action<CircuitDraft> draw, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        draw(Board.Draft);
        await drafts.SaveAsync(Board.Draft, Board.Version, ct);
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await drafts.OpenAsync(id, ct) is not { } board)
        {
            return false;
        }

        (Board, Type) = (board, board.Draft.Type);
        Findings = check.Of(Type);
        Steps = [.. Type.Activities.Select(activity => CircuitStep.Of(Type, activity, kinds))];
        Drawing = CircuitDrawing.Of(Type, kinds);
        Notes = DrawnNotes.Of(Type, kinds);
        return true;
    }
}

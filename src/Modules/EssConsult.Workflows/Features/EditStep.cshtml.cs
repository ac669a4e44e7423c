using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Editing;
using EssConsult.Workflows.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Workflows.Features;

/// <summary>One box of a drawing: what it is called, how it is set, where each of its outcomes leads.</summary>
[RequirePermission(Permissions.ManageWorkflows)]
internal sealed class EditStepModel(CircuitDrafts drafts, ActivityKinds kinds, WorkflowLinks links, IContentDefinitions definitions, IRoles roles) : PageModel, IReloadsForm
{
    public WorkflowType Type { get; private set; } = null!;

    public ActivityRecord Activity { get; private set; } = null!;

    /// <summary>Null when it does not run here: it is kept as it is.</summary>
    public ActivityDescription? Description { get; private set; }

    public StepForm? Form { get; private set; }

    /// <summary>Each outcome with the id of the box that it leads to.</summary>
    public IReadOnlyList<(string Outcome, string? To)> Ways { get; private set; } = [];

    /// <summary>Boxes that an outcome may lead to.</summary>
    public IReadOnlyList<(string Id, string Title)> Others { get; private set; } = [];

    /// <summary>What the events that lead here tell.</summary>
    public IReadOnlyList<string> Offers { get; private set; } = [];

    public IReadOnlyList<RoleView> Roles { get; private set; } = [];

    public IReadOnlyList<(string Name, string Title)> ContentTypes { get; private set; } = [];

    /// <summary>Where a form is sent to so that it comes to this event; null for any other box.</summary>
    public string? Address => Activity.Name == nameof(HttpRequestEvent)
        ? links.InvokePath(Type.Id, Activity.Id, int.TryParse(Activity.Properties.AnyText("TokenLifeSpan"), System.Globalization.CultureInfo.InvariantCulture, out var days) ? days : 0)
        : null;

    private CircuitOnBoard Board { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string step, CancellationToken ct) => await FindAsync(id, step, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string step, CancellationToken ct)
    {
        if (!await FindAsync(id, step, ct) || Board.Draft.Find(step) is not { } box)
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(ct);
        if (Description is not null)
        {
            StepForm.Write(box, Description, form);
        }

        foreach (var (outcome, _) in Ways)
        {
            if (form.TryGetValue("to-" + outcome, out var to))
            {
                Board.Draft.Connect(step, outcome, to);
            }
        }

        await drafts.SaveAsync(Board.Draft, Board.Version, ct);
        // Answers and branches that were just named have no line yet: they are asked for next.
        var now = CircuitStep.Of(Board.Draft.Type, Board.Draft.Type.Find(step)!, kinds);
        return now.Ways.Count > Ways.Count ? RedirectToPage(new { id, step }) : RedirectToPage("/EssConsult.Workflows/EditCircuit", new { id });
    }

    public Task ReloadAsync(CancellationToken ct) => FindAsync(RouteData.Values["id"]!.ToString()!, RouteData.Values["step"]!.ToString()!, ct);

    private async Task<bool> FindAsync(string id, string step, CancellationToken ct)
    {
        if (await drafts.OpenAsync(id, ct) is not { } board || board.Draft.Type is not { } type || type.Find(step) is not { } activity)
        {
            return false;
        }

        (Board, Type, Activity, Description) = (board, type, activity, kinds.Describe(activity.Name));
        Form = Description is null ? null : StepForm.Of(activity, Description);
        Ways = [.. kinds.OutcomesOf(type, activity)
            .Select(outcome => (outcome, type.From(step).FirstOrDefault(edge => edge.Outcome == outcome)?.Destination ?? (activity.Properties.AnyTexts(CircuitDraft.Ends).Contains(outcome) ? CircuitDraft.End : null)))];
        Others = [.. type.Activities.Where(other => other.Id != step).DistinctBy(other => other.Id).Select(other => (other.Id, kinds.TitleOf(other)))];
        Offers = [.. type.Upstream(step).Append(step).Select(type.Find).OfType<ActivityRecord>().SelectMany(before => kinds.Describe(before.Name)?.Offers ?? []).Distinct().Order(StringComparer.Ordinal)];
        Roles = await roles.ListAsync(ct);
        ContentTypes = [.. definitions.Types.Select(known => (known.Name, known.DisplayName)).OrderBy(known => known.DisplayName, StringComparer.CurrentCulture)];
        return true;
    }
}

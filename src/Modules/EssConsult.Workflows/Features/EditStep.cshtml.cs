using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Editing;
using EssConsult.Workflows.Simulation;
using EssConsult.Workflows.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Workflows.Features;

/// <summary>One box of a drawing: what it is called, how it is set, where each of its outcomes leads.</summary>
[RequirePermission(Permissions.ManageWorkflows)]
internal sealed class EditStepModel(CircuitDrafts drafts, ActivityKinds kinds, WorkflowLinks links, IContentDefinitions definitions, IRoles roles, StepTrial trial) : PageModel, IReloadsForm
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

    /// <summary>What expressions can say here.</summary>
    public IReadOnlyList<OfferedWord> Words { get; private set; } = [];

    /// <summary>What expressions can be tried on; empty for a step without any.</summary>
    public IReadOnlyList<EventSample> Samples { get; private set; } = [];

    /// <summary>The one that was asked for, else the newest.</summary>
    public EventSample? Sample { get; private set; }

    /// <summary>What the expression of one input gives; null when nobody asked.</summary>
    public (string Input, TriedValue Value)? Preview { get; private set; }

    public IReadOnlyList<RoleView> Roles { get; private set; } = [];

    public IReadOnlyList<(string Name, string Title)> ContentTypes { get; private set; } = [];

    /// <summary>Where a form is sent to so that it comes to this event; null for any other box.</summary>
    public string? Address => Activity.Name == nameof(HttpRequestEvent)
        ? links.InvokePath(Type.Id, Activity.Id, int.TryParse(Activity.Properties.AnyText("TokenLifeSpan"), System.Globalization.CultureInfo.InvariantCulture, out var days) ? days : 0)
        : null;

    private CircuitOnBoard Board { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string step, CancellationToken ct) => await FindAsync(id, step, ct) ? await ShownAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string step, CancellationToken ct)
    {
        if (!await FindAsync(id, step, ct))
        {
            return NotFound();
        }

        Draw(await Request.ReadFormAsync(ct));
        await drafts.SaveAsync(Board.Draft, Board.Version, ct);
        // Answers and branches that were just named have no line yet: they are asked for next.
        var now = CircuitStep.Of(Board.Draft.Type, Board.Draft.Type.Find(step)!, kinds);
        return now.Ways.Count > Ways.Count ? RedirectToPage(new { id, step }) : RedirectToPage("/EssConsult.Workflows/EditCircuit", new { id });
    }

    /// <summary>What one expression gives, as it is typed: nothing is stored.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string id, string step, string? preview, CancellationToken ct)
    {
        if (!await FindAsync(id, step, ct))
        {
            return NotFound();
        }

        Draw(await Request.ReadFormAsync(ct));
        Look();
        var shown = await ShownAsync(ct);
        if (Form?.Inputs.FirstOrDefault(input => input.Name == preview && input.IsExpression) is not { } input || Sample is null)
        {
            return NotFound();
        }

        Preview = (input.Name, await trial.ValueAsync(Type, step, Sample, input.Setting.Kind, Form.IsLiquid, input.Value, ct));
        return shown;
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        await FindAsync(RouteData.Values["id"]!.ToString()!, RouteData.Values["step"]!.ToString()!, ct);
        await ShownAsync(ct);
    }

    private async Task<bool> FindAsync(string id, string step, CancellationToken ct)
    {
        if (await drafts.OpenAsync(id, ct) is not { } board || board.Draft.Type.Find(step) is not { } activity)
        {
            return false;
        }

        (Board, Activity) = (board, activity);
        Look();
        return true;
    }

    /// <summary>The step as it now stands on the board.</summary>
    private void Look()
    {
        Type = Board.Draft.Type;
        (Activity, Description) = (Type.Find(Activity.Id)!, kinds.Describe(Activity.Name));
        Form = Description is null ? null : StepForm.Of(Activity, Description);
        Ways = [.. kinds.OutcomesOf(Type, Activity)
            .Select(outcome => (outcome, Type.From(Activity.Id).FirstOrDefault(edge => edge.Outcome == outcome)?.Destination ?? (Activity.Properties.AnyTexts(CircuitDraft.Ends).Contains(outcome) ? CircuitDraft.End : null)))];
        Others = [.. Type.Activities.Where(other => other.Id != Activity.Id).DistinctBy(other => other.Id).Select(other => (other.Id, kinds.TitleOf(other)))];
    }

    private void Draw(IFormCollection form)
    {
        if (Description is not null && Board.Draft.Find(Activity.Id) is { } box)
        {
            StepForm.Write(box, Description, form);
        }

        foreach (var (outcome, _) in Ways)
        {
            if (form.TryGetValue("to-" + outcome, out var to))
            {
                Board.Draft.Connect(Activity.Id, outcome, to);
            }
        }
    }

    private async Task<PageResult> ShownAsync(CancellationToken ct)
    {
        Roles = await roles.ListAsync(ct);
        ContentTypes = [.. definitions.Types.Select(known => (known.Name, known.DisplayName)).OrderBy(known => known.DisplayName, StringComparer.CurrentCulture)];
        if (Form?.Inputs.Any(input => input.IsExpression) == true)
        {
            Samples = await trial.SamplesAsync(Type, Activity.Id, ct);
            var asked = Request.HasFormContentType ? Request.Form["exemple"].ToString() : null;
            Sample = Samples.FirstOrDefault(sample => sample.Key == asked) ?? Samples[0];
            Words = Vocabulary.Of(Type, Activity, kinds, await trial.ToldAsync(Type, Activity.Id, Sample, ct));
        }

        return Page();
    }
}

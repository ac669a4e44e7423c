using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Drawing;
using EssConsult.Workflows.Editing;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Simulation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Workflows.Features;

/// <summary>Tries a drawing on something that happened, without effects: the way it takes, what it would send and write, and what it would wait for.</summary>
[RequirePermission(Permissions.ManageWorkflows)]
internal sealed class SimulateModel(CircuitDrafts drafts, ActivityKinds kinds, IEnumerable<IEventSamples> sources, Simulator simulator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "exemple")]
    public string? Key { get; set; }

    /// <summary>What happened at each halt so far.</summary>
    [BindProperty(SupportsGet = true, Name = "suite")]
    public List<string> Answers { get; set; } = [];

    public WorkflowType Type { get; private set; } = null!;

    public ActivityRecord? Start { get; private set; }

    public IReadOnlyList<EventSample> Samples { get; private set; } = [];

    public SimulatedRun? Result { get; private set; }

    /// <summary>It was stopped: nobody else writes while a trial runs.</summary>
    public bool IsTooLong { get; private set; }

    public CircuitDrawing? Drawing { get; private set; }

    public string TitleOf(ActivityRecord activity) => kinds.TitleOf(activity);

    /// <summary>What may happen where a run waits: one of the answers, or time passing.</summary>
    public IReadOnlyList<(string Value, string? Words)> Possible(Waiting waiting) => waiting.Activity.Name == nameof(UserTaskEvent)
        ? [.. waiting.Activity.Properties.AnyTexts("Actions").Select(action => ($"{waiting.Activity.Id}|{action}", (string?)action))]
        : [($"{waiting.Activity.Id}|", null)];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await drafts.OpenAsync(id, ct) is not { } board)
        {
            return NotFound();
        }

        Type = board.Draft.Type;
        Start = Type.Activities.FirstOrDefault(activity => activity.IsStart);
        if (Start is null)
        {
            return Page();
        }

        foreach (var source in sources)
        {
            Samples = [.. Samples, .. await source.ListAsync(Start.Name, ct)];
        }

        if (Samples.FirstOrDefault(sample => sample.Key == Key) is { } chosen)
        {
            try
            {
                Result = await simulator.RunAsync(Type, Start, chosen.Trigger, Answers, ct);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                IsTooLong = true;
                return Page();
            }

            Drawing = CircuitDrawing.Of(Type, kinds, RunPath.Of(Result.Run));
        }

        return Page();
    }
}

using System.Text.Json.Nodes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Storage;
using EssConsult.Workflows.Triggers;
using EssConsult.Workflows.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Workflows.Features;

/// <summary>The link of a message that answers a circuit. Opening it changes nothing: programs that read mail open every link. The button does.</summary>
[Public]
internal sealed class SignalModel(SiteDb db, IWorkflows workflows, WorkflowLinks links) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    public bool IsDone { get; private set; }

    public bool IsKnown => links.ReadSignal(Token) is not null;

    public IActionResult OnGet() => Shown();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (links.ReadSignal(Token) is not { } signal)
        {
            return Shown();
        }

        var input = new JsonObject { ["Signal"] = signal.SignalName };
        await (signal.WorkflowId is { } run ? SignalAsync(run, input, ct) : workflows.TriggerAsync(new WorkflowTrigger(nameof(SignalEvent), signal.CorrelationId, input), ct));
        await db.SaveChangesAsync(ct);
        IsDone = true;
        return Page();
    }

    /// <summary>To one run alone.</summary>
    private async Task SignalAsync(string runId, JsonObject input, CancellationToken ct)
    {
        var waits = await db.Set<WorkflowWaitRow>().AsNoTracking().Where(wait => wait.InstanceId == runId && wait.ActivityName == nameof(SignalEvent)).ToListAsync(ct);
        db.AddRange(waits.Select(wait => new WorkflowDueRow { TypeId = wait.TypeId, ActivityId = wait.ActivityId, InstanceId = runId, CorrelationId = wait.CorrelationId, Input = input.ToJsonString() }));
        db.Publish(new WorkflowTriggered());
    }

    private PageResult Shown()
    {
        Response.StatusCode = IsKnown ? 200 : 404;
        return Page();
    }
}

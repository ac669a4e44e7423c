using EssConsult.Content.Contracts;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.UserTasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Workflows.Features;

/// <summary>What circuits ask of the present person. A text is decided where it is read; anything else is decided here.</summary>
[RequirePermission(Permissions.DecideInWorkflows)]
internal sealed class DecisionsModel(SiteDb db, UserTaskDesk desk, RunTitles titles, IContentStore content, IEnumerable<IUserTaskPlace> places) : PageModel, IReloadsForm
{
    public IReadOnlyList<DecisionLine> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostAsync(string workflow, string activity, string decision, CancellationToken ct)
    {
        await using (var write = await db.BeginWriteAsync(ct))
        {
            await desk.DecideAsync(workflow, activity, decision, [], ct);
            await db.SaveChangesAsync(ct);
            await write.CommitAsync(ct);
        }

        return RedirectToPage();
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        var tasks = await desk.MineAsync(ct);
        var ids = tasks.Select(task => task.CorrelationId).ToHashSet();
        var (items, subjects) = (await content.FindManyAsync(ids, ContentVersion.Latest, ct), await titles.OfAsync(ids, ct));
        Lines = [.. tasks.Select(task => new DecisionLine(task, subjects.GetValueOrDefault(task.CorrelationId), items.TryGetValue(task.CorrelationId, out var item) ? Place(item) : null))];
    }

    private string? Place(ContentItem item) => places.Select(place => place.AddressOf(item)).FirstOrDefault(address => address is not null);
}

/// <param name="Subject">What it is about, in words.</param>
/// <param name="Place">Where it is read and decided; null decides it here.</param>
internal sealed record DecisionLine(UserTask Task, string? Subject, string? Place);

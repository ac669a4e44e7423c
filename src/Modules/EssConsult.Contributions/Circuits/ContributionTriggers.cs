using System.Text.Json.Nodes;
using EssConsult.Discussion.Contracts;
using EssConsult.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Circuits;

/// <summary>Tells circuits what happens to contributions. A run is about the contribution; its author and its démarche come with it.</summary>
internal sealed class ContributionTriggers(SiteDb db, IWorkflows workflows)
    : IHandle<ContributionSubmitted>, IHandle<ContributionPublished>, IHandle<ContributionRefused>, IHandle<ContributionAnswered>, IHandle<CommentPosted>, IHandle<ContentReported>
{
    // Sent again, it is another text: what was decided about the one before does not count.
    public Task HandleAsync(ContributionSubmitted happened, CancellationToken ct) =>
        TellAsync(ContributionEvent.Submitted, happened.ContentItemId, happened.ProcessId, happened.AuthorId, [], ct, supersedes: true);

    public Task HandleAsync(ContributionPublished happened, CancellationToken ct) => TellAsync(ContributionEvent.Published, happened.ContentItemId, happened.ProcessId, happened.AuthorId, [], ct);

    public Task HandleAsync(ContributionRefused happened, CancellationToken ct) =>
        TellAsync(ContributionEvent.Refused, happened.ContentItemId, happened.ProcessId, happened.AuthorId, new JsonObject { ["Motive"] = happened.Motive }, ct);

    public async Task HandleAsync(ContributionAnswered happened, CancellationToken ct)
    {
        if (happened.IsNews)
        {
            await TellAboutAsync(ContributionEvent.Answered, happened.ContentItemId, new JsonObject { ["State"] = happened.State }, ct);
        }
    }

    public Task HandleAsync(CommentPosted happened, CancellationToken ct) =>
        TellAboutAsync(ContributionEvent.Commented, happened.ContentItemId, new JsonObject { ["User"] = WorkflowTrigger.PersonPointer(happened.AuthorId) }, ct);

    public Task HandleAsync(ContentReported happened, CancellationToken ct) =>
        TellAboutAsync(ContributionEvent.Reported, happened.ContentItemId, new JsonObject { ["Motive"] = happened.Motive.ToString() }, ct);

    /// <summary>As <see cref="TellAsync"/>, when the event does not say whose the contribution is.</summary>
    private async Task TellAboutAsync(string name, string id, JsonObject more, CancellationToken ct)
    {
        if (workflows.Awaits(name) && await db.Set<ContributionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == id, ct) is { } row)
        {
            await TellAsync(name, id, row.ProcessId, row.AuthorId, more, ct);
        }
    }

    private Task TellAsync(string name, string id, string processId, string? authorId, JsonObject more, CancellationToken ct, bool supersedes = false)
    {
        more["ContentItem"] = WorkflowTrigger.ContentPointer(id);
        more["Process"] = processId;
        more["Author"] = authorId is null ? null : WorkflowTrigger.PersonPointer(authorId);
        return workflows.TriggerAsync(new WorkflowTrigger(name, id, more) { Supersedes = supersedes }, ct);
    }
}

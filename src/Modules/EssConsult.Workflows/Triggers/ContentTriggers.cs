using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Triggers;

/// <summary>What happens to content, by Orchard's names. The item itself is kept as a pointer: a run that waited reads what it has become.</summary>
internal sealed class ContentTriggers(WorkflowQueue queue) : IHandle<ContentDraftSaved>, IHandle<ContentPublished>, IHandle<ContentUnpublished>, IHandle<ContentRemoved>
{
    public Task HandleAsync(ContentDraftSaved happened, CancellationToken ct) => AddAsync("ContentDraftSavedEvent", happened.ContentItemId, happened.ContentType, ct);

    public Task HandleAsync(ContentPublished happened, CancellationToken ct) => AddAsync("ContentPublishedEvent", happened.ContentItemId, happened.ContentType, ct);

    public Task HandleAsync(ContentUnpublished happened, CancellationToken ct) => AddAsync("ContentUnpublishedEvent", happened.ContentItemId, happened.ContentType, ct);

    public Task HandleAsync(ContentRemoved happened, CancellationToken ct) => AddAsync("ContentDeletedEvent", happened.ContentItemId, happened.ContentType, ct);

    private Task AddAsync(string eventName, string id, string type, CancellationToken ct) => queue.AddAsync(
        eventName,
        id,
        new JsonObject
        {
            ["ContentItem"] = RunContents.Pointer(id),
            ["ContentEvent"] = new JsonObject { ["Name"] = eventName, ["ContentType"] = type, ["ContentItemId"] = id },
        },
        ct);
}

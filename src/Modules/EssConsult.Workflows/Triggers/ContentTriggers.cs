using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;

namespace EssConsult.Workflows.Triggers;

/// <summary>What happens to content, by Orchard's names and in Orchard's order.</summary>
internal sealed class ContentTriggers(IWorkflows workflows) : IHandle<ContentDraftSaved>, IHandle<ContentPublished>, IHandle<ContentUnpublished>, IHandle<ContentRemoved>
{
    public Task HandleAsync(ContentDraftSaved happened, CancellationToken ct) =>
        TellAsync(happened.ContentItemId, happened.ContentType, [.. Writes(happened.Write), ContentEvent.DraftSaved], ct);

    public Task HandleAsync(ContentPublished happened, CancellationToken ct) =>
        TellAsync(happened.ContentItemId, happened.ContentType, [.. Writes(happened.Write), ContentEvent.Published], ct);

    public Task HandleAsync(ContentUnpublished happened, CancellationToken ct) => TellAsync(happened.ContentItemId, happened.ContentType, [ContentEvent.Unpublished], ct);

    public Task HandleAsync(ContentRemoved happened, CancellationToken ct) => TellAsync(happened.ContentItemId, happened.ContentType, [ContentEvent.Deleted], ct);

    public static WorkflowTrigger Of(string name, string id, string type) => new(name, id, new JsonObject
    {
        ["ContentItem"] = WorkflowTrigger.ContentPointer(id),
        ["ContentEvent"] = new JsonObject { ["Name"] = name, ["ContentType"] = type, ["ContentItemId"] = id },
    });

    private static string[] Writes(ContentWrite write) => write switch
    {
        ContentWrite.Created => [ContentEvent.Created],
        ContentWrite.Updated => [ContentEvent.Updated],
        ContentWrite.Versioned => [ContentEvent.Versioned, ContentEvent.Updated],
        _ => [],
    };

    private async Task TellAsync(string id, string type, string[] names, CancellationToken ct)
    {
        foreach (var name in names)
        {
            await workflows.TriggerAsync(Of(name, id, type), ct);
        }
    }
}

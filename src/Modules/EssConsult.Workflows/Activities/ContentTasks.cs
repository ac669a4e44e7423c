using EssConsult.Content.Contracts;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Activities;

/// <summary>Does something with one content item: the one that its script names, else the one that the run is about.</summary>
internal abstract class ContentTask(string name, SiteDb db) : IActivity
{
    public string Name => name;

    public async ValueTask<ActivityResult> ExecuteAsync(ActivityCall call, CancellationToken ct)
    {
        var id = call.HasExpression("Content") ? RunContents.IdOf(call.Script("Content")) : RunContents.IdOf(call.Run.Input["ContentItem"] ?? call.Run.Properties["ContentItem"]);
        if (id is null || await call.Contents.FindAsync(id, ct) is not { } item)
        {
            return Missing();
        }

        WorkflowRun.Put(call.Run.Properties, "ContentItem", RunContents.Pointer(id));
        call.Run.LastResult = RunContents.Pointer(id);
        call.Run.CorrelationId = string.IsNullOrEmpty(call.Run.CorrelationId) ? id : call.Run.CorrelationId;
        return await ActAsync(item, call, ct);
    }

    protected virtual ActivityResult Missing() => ActivityResult.Of("Noop");

    protected abstract Task<ActivityResult> ActAsync(ContentItem item, ActivityCall call, CancellationToken ct);

    /// <summary>A circuit decides as a person does; the run says which events it will hear of itself.</summary>
    protected void Note(ActivityCall call, string act, ContentItem item, string eventName)
    {
        db.Audit(new AuditEntry(act, item.ContentItemId, "workflow:" + call.Run.Type.Id, new { item.ContentType, Run = call.Run.Id }));
        call.Run.Caused.Add((eventName, item.ContentItemId));
    }
}

internal sealed class PublishContentTask(SiteDb db, IContentStore content) : ContentTask(nameof(PublishContentTask), db)
{
    protected override async Task<ActivityResult> ActAsync(ContentItem item, ActivityCall call, CancellationToken ct)
    {
        if (!item.Published)
        {
            await content.PublishAsync(item, ct);
            Note(call, "content.publish", item, nameof(ContentPublishedEvent));
        }

        return ActivityResult.Of("Published");
    }
}

internal sealed class UnpublishContentTask(SiteDb db, IContentStore content) : ContentTask(nameof(UnpublishContentTask), db)
{
    protected override async Task<ActivityResult> ActAsync(ContentItem item, ActivityCall call, CancellationToken ct)
    {
        if (await content.FindAsync(item.ContentItemId, ContentVersion.Published, ct) is null)
        {
            return Missing();
        }

        await content.UnpublishAsync(item.ContentItemId, ct);
        Note(call, "content.unpublish", item, nameof(ContentUnpublishedEvent));
        return ActivityResult.Of("Unpublished");
    }
}

internal sealed class DeleteContentTask(SiteDb db, IContentStore content) : ContentTask(nameof(DeleteContentTask), db)
{
    protected override async Task<ActivityResult> ActAsync(ContentItem item, ActivityCall call, CancellationToken ct)
    {
        await content.RemoveAsync(item.ContentItemId, ct);
        Note(call, "content.remove", item, nameof(ContentDeletedEvent));
        return ActivityResult.Of("Deleted");
    }
}

internal sealed class RetrieveContentTask(SiteDb db) : ContentTask(nameof(RetrieveContentTask), db)
{
    protected override ActivityResult Missing() => throw new RuleException("workflow.content-missing", "Le contenu que ce circuit cherche n’existe pas.");

    protected override Task<ActivityResult> ActAsync(ContentItem item, ActivityCall call, CancellationToken ct) => Task.FromResult(ActivityResult.Of("Retrieved"));
}

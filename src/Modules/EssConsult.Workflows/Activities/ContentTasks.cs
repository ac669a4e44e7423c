using EssConsult.Content.Contracts;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Running;

namespace EssConsult.Workflows.Activities;

/// <summary>Does something with one content item: the one that its script names, else the one that the run is about.</summary>
internal abstract class ContentTask(SiteDb db, RunSubjects subjects) : IActivity
{
    protected static readonly ActivitySetting Content = new("Content", SettingKind.Script, "Contenu, si ce n’est pas celui de l’exécution");

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (call.ContentItemId is not { } id || await subjects.FindAsync(id, ct) is not { } item)
        {
            return Missing();
        }

        Know(call, id);
        return await ActAsync(item, call, ct);
    }

    protected virtual ActivityResult Missing() => ActivityResult.Of("Noop");

    protected abstract Task<ActivityResult> ActAsync(ContentItem item, IActivityCall call, CancellationToken ct);

    /// <summary>The item is what the run holds in hand from now on.</summary>
    internal static void Know(IActivityCall call, string contentItemId)
    {
        WorkflowRun.Put(call.Properties, "ContentItem", WorkflowTrigger.ContentPointer(contentItemId));
        call.LastResult = WorkflowTrigger.ContentPointer(contentItemId);
        call.CorrelationId = string.IsNullOrEmpty(call.CorrelationId) ? contentItemId : call.CorrelationId;
    }

    /// <summary>A circuit decides as a person does.</summary>
    protected void Note(IActivityCall call, string act, ContentItem item) =>
        db.Audit(new AuditEntry(act, item.ContentItemId, call.Actor, new { item.ContentType, Run = call.WorkflowId }));
}

internal sealed class PublishContentTask(SiteDb db, IContentStore content, RunSubjects subjects) : ContentTask(db, subjects), IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(PublishContentTask), ActivityCategory.Content, "Publier un contenu") { Settings = [Content], Outcomes = ["Published", "Noop"] };

    protected override async Task<ActivityResult> ActAsync(ContentItem item, IActivityCall call, CancellationToken ct)
    {
        if (!item.Published)
        {
            await content.PublishAsync(item, ct);
            Note(call, "content.publish", item);
        }

        return ActivityResult.Of("Published");
    }
}

internal sealed class UnpublishContentTask(SiteDb db, IContentStore content, RunSubjects subjects) : ContentTask(db, subjects), IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(UnpublishContentTask), ActivityCategory.Content, "Dépublier un contenu") { Settings = [Content], Outcomes = ["Unpublished", "Noop"] };

    protected override async Task<ActivityResult> ActAsync(ContentItem item, IActivityCall call, CancellationToken ct)
    {
        if (await content.FindAsync(item.ContentItemId, ContentVersion.Published, ct) is null)
        {
            return Missing();
        }

        await content.UnpublishAsync(item.ContentItemId, ct);
        Note(call, "content.unpublish", item);
        return ActivityResult.Of("Unpublished");
    }
}

internal sealed class DeleteContentTask(SiteDb db, IContentStore content, RunSubjects subjects) : ContentTask(db, subjects), IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(DeleteContentTask), ActivityCategory.Content, "Supprimer un contenu") { Settings = [Content], Outcomes = ["Deleted", "Noop"] };

    protected override async Task<ActivityResult> ActAsync(ContentItem item, IActivityCall call, CancellationToken ct)
    {
        await content.RemoveAsync(item.ContentItemId, ct);
        Note(call, "content.remove", item);
        return ActivityResult.Of("Deleted");
    }
}

internal sealed class RetrieveContentTask(SiteDb db, RunSubjects subjects) : ContentTask(db, subjects), IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(RetrieveContentTask), ActivityCategory.Content, "Chercher un contenu")
    {
        Settings = [Content with { IsRequired = true }], Outcomes = ["Retrieved"],
    };

    protected override ActivityResult Missing() => throw new RuleException("workflow.content-missing", "Le contenu que ce circuit cherche n’existe pas.");

    protected override Task<ActivityResult> ActAsync(ContentItem item, IActivityCall call, CancellationToken ct) => Task.FromResult(ActivityResult.Of("Retrieved"));
}

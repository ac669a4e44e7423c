using EssConsult.Workflows.Definitions;

namespace EssConsult.Workflows.Activities;

/// <summary>What happens to content of the chosen types; none chosen means any.</summary>
internal abstract class ContentEvent(string name) : EventActivity(name)
{
    public override ValueTask<bool> CanExecuteAsync(ActivityCall call, CancellationToken ct)
    {
        var wanted = call.Settings.AnyTexts("ContentTypeFilter");
        return ValueTask.FromResult(wanted.Length == 0 || (call.Run.Input["ContentEvent"]?["ContentType"]?.ToString() is { } type && wanted.Contains(type)));
    }
}

internal sealed class ContentDraftSavedEvent() : ContentEvent(nameof(ContentDraftSavedEvent));

internal sealed class ContentPublishedEvent() : ContentEvent(nameof(ContentPublishedEvent));

internal sealed class ContentUnpublishedEvent() : ContentEvent(nameof(ContentUnpublishedEvent));

internal sealed class ContentDeletedEvent() : ContentEvent(nameof(ContentDeletedEvent));

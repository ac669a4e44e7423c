using EssConsult.Workflows.Contracts;

namespace EssConsult.Workflows.Activities;

/// <summary>What happens to content of the chosen types; none chosen means any. The names are Orchard's.</summary>
internal sealed class ContentEvent : EventActivity
{
    public const string Created = "ContentCreatedEvent", Updated = "ContentUpdatedEvent", Versioned = "ContentVersionedEvent", DraftSaved = "ContentDraftSavedEvent",
        Published = "ContentPublishedEvent", Unpublished = "ContentUnpublishedEvent", Deleted = "ContentDeletedEvent";

    public static IEnumerable<ActivityDescription> Descriptions { get; } =
    [
        Of(Created, "Un contenu est créé"), Of(Updated, "Un contenu est modifié"), Of(Versioned, "Une nouvelle version est faite"), Of(DraftSaved, "Un brouillon est enregistré"),
        Of(Published, "Un contenu est publié"), Of(Unpublished, "Un contenu est dépublié"), Of(Deleted, "Un contenu est supprimé"),
    ];

    public override ValueTask<bool> CanExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var wanted = call.Settings.AnyTexts("ContentTypeFilter");
        return ValueTask.FromResult(wanted.Length == 0 || (call.Input["ContentEvent"]?["ContentType"]?.ToString() is { } type && wanted.Contains(type)));
    }

    private static ActivityDescription Of(string name, string title) => new(name, ActivityCategory.Content, title)
    {
        IsEvent = true, Settings = [new("ContentTypeFilter", SettingKind.ContentTypes, "Types de page")], Offers = ["ContentItem", "ContentEvent"],
    };
}

namespace EssConsult.Content;

/// <summary>Orchard's names, so that its recipes and ours exchange roles.</summary>
internal static class Permissions
{
    public const string PublishContent = nameof(PublishContent);
    public const string EditContent = nameof(EditContent);
    public const string DeleteContent = nameof(DeleteContent);
    public const string ViewContent = nameof(ViewContent);
    public const string PreviewContent = nameof(PreviewContent);
    public const string ListContent = nameof(ListContent);
    public const string EditContentTypes = nameof(EditContentTypes);
    public const string ManageTemplates = nameof(ManageTemplates);
    public const string ManageShortcodeTemplates = nameof(ManageShortcodeTemplates);
    public const string ManageMenu = nameof(ManageMenu);
    public const string ManageTaxonomies = nameof(ManageTaxonomies);
    public const string ManageMediaContent = nameof(ManageMediaContent);
    public const string ViewMediaContent = nameof(ViewMediaContent);
    public const string ManageRecipes = nameof(ManageRecipes);
    public const string ManageSettings = nameof(ManageSettings);

    /// <summary>Ours: Orchard stores no messages.</summary>
    public const string ManageContactMessages = nameof(ManageContactMessages);
}

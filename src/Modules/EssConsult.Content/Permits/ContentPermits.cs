namespace EssConsult.Content.Permits;

/// <summary>
/// Who may do what with an item, by Orchard's permissions: the general one (<c>EditContent</c>), the type's own when the type is
/// securable (<c>Edit_Page</c>), and the variants for one's own items (<c>EditOwnContent</c>, <c>EditOwn_Page</c>). Publishing
/// implies editing, editing implies viewing (§6.4 of the formats).
/// </summary>
internal sealed class ContentPermits(CurrentPerson person, IContentDefinitions definitions)
{
    private static readonly string[] Viewing = ["View", "Edit", "Publish"];
    private static readonly string[] Previewing = ["Preview", "Edit", "Publish"];
    private static readonly string[] Editing = ["Edit", "Publish"];
    private static readonly string[] Publishing = ["Publish"];
    private static readonly string[] Deleting = ["Delete", "Publish"];

    public bool CanView(ContentItem item) => Can(Viewing, item.ContentType, item.Owner);

    public bool CanPreview(ContentItem item) => Can(Previewing, item.ContentType, item.Owner);

    public bool CanEdit(ContentItem item) => Can(Editing, item.ContentType, item.Owner) || Keeps(item.ContentType);

    public bool CanPublish(ContentItem item) => CanPublish(item.ContentType, item.Owner);

    public bool CanPublish(string contentType, string? owner) => Can(Publishing, contentType, owner) || Keeps(contentType);

    public bool CanDelete(ContentItem item) => CanDelete(item.ContentType, item.Owner);

    public bool CanDelete(string contentType, string? owner) => Can(Deleting, contentType, owner) || Keeps(contentType);

    /// <summary>Whoever may edit what is theirs may begin something new.</summary>
    public bool CanCreate(string contentType) => Can(Editing, contentType, person.Id) || Keeps(contentType);

    /// <summary>Whether the type's items of other people appear in lists.</summary>
    public bool CanList(string contentType) => person.Can(Permissions.ListContent) || person.Can("ListContent_" + contentType) || Can(Editing, contentType, owner: null) || Keeps(contentType);

    // Menus and lists of topics have a permission of their own.
    private bool Keeps(string contentType) => contentType switch
    {
        "Menu" => person.Can(Permissions.ManageMenu),
        "Taxonomy" => person.Can(Permissions.ManageTaxonomies),
        _ => false,
    };

    private bool Can(string[] acts, string contentType, string? owner)
    {
        var securable = definitions.FindType(contentType) is { Options.Securable: true };
        var own = owner is not null && owner == person.Id;
        return acts.Any(act => person.Can(act + "Content")
            || (securable && person.Can($"{act}_{contentType}"))
            || (own && (person.Can($"{act}OwnContent") || (securable && person.Can($"{act}Own_{contentType}")))));
    }
}

namespace EssConsult.Queries.Running;

/// <summary>Which published items a query may be made of.</summary>
/// <param name="Everything">No type is left out.</param>
/// <param name="Types">Else the types that may be seen,</param>
/// <param name="OwnTypes">and those of which only the person's own items may.</param>
internal sealed record Sight(bool Everything, IReadOnlyList<string> Types, IReadOnlyList<string> OwnTypes, string PersonId)
{
    /// <summary>What recipes and circuits see: they act for the site, whoever caused them.</summary>
    public static readonly Sight Site = new(true, [], [], string.Empty);
}

/// <summary>What the present reader may see, found by asking the content module about items that do not exist.</summary>
internal sealed class Sights(IContentDisplay display, IContentDefinitions definitions, CurrentPerson person)
{
    private Sight? reader;

    public Sight Reader => reader ??= Find();

    public bool MayView(Sight sight, ContentItem item) => ReferenceEquals(sight, Sight.Site) || display.MayView(item);

    private Sight Find()
    {
        if (MayView(string.Empty, owner: null))
        {
            return new Sight(true, [], [], person.Id ?? string.Empty);
        }

        var types = definitions.Types.Select(type => type.Name).ToLookup(type => MayView(type, owner: null));
        return new Sight(false, [.. types[true]], person.Id is { } me ? [.. types[false].Where(type => MayView(type, me))] : [], person.Id ?? string.Empty);
    }

    private bool MayView(string type, string? owner) => display.MayView(new ContentItem { ContentItemId = string.Empty, ContentItemVersionId = string.Empty, ContentType = type, Owner = owner });
}

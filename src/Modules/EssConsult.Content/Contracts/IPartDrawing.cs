namespace EssConsult.Content.Contracts;

/// <summary>Draws a part that another module brings, at its place among the parts of the item.</summary>
public interface IPartDrawing
{
    IReadOnlyCollection<string> PartNames { get; }

    /// <returns>Safe HTML; null shows nothing.</returns>
    ValueTask<string?> DrawAsync(string partName, ContentItem item, CancellationToken ct);
}

/// <summary>Stands around the whole drawing of each item that carries a part, as Orchard's form stands around what it embeds.</summary>
public interface IItemFrame
{
    string PartName { get; }

    /// <param name="item">What is drawn, alone or embedded.</param>
    /// <param name="page">The stored item whose page it is.</param>
    /// <param name="draw">Draws the item by its template; call it once.</param>
    /// <param name="ct">Ends the drawing.</param>
    Task<string> FrameAsync(ContentItem item, ContentItem page, Func<Task<string>> draw, CancellationToken ct);
}

/// <summary>Draws an item where another module shows it.</summary>
public interface IContentDisplay
{
    /// <summary>Whether the present person may read the item's published version.</summary>
    bool MayView(ContentItem item);

    /// <summary>The item as its own page shows it, by the theme's template. Safe HTML.</summary>
    Task<string> PageAsync(ContentItem item, CancellationToken ct);

    /// <summary>The item as a piece beside a page, by the template of its stereotype, without the title that the place may show. Safe HTML.</summary>
    Task<string> WidgetAsync(ContentItem item, CancellationToken ct);

    /// <summary>The item's parts alone, without its title. Safe HTML.</summary>
    Task<string> BodyAsync(ContentItem item, CancellationToken ct);
}

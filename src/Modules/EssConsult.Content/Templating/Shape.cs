namespace EssConsult.Content.Templating;

/// <summary>What a template draws by <c>shape_render</c>: values that the template of its type shows.</summary>
/// <param name="type">Orchard's name: <c>Menu</c>, <c>MenuItem</c>, or one that a site's template made up.</param>
/// <param name="alternates">For a type, the names of templates that may draw the shape, most particular first.</param>
internal sealed class Shape(string type, Func<string, IEnumerable<string>>? alternates = null)
{
    public string Type { get; set; } = type;

    /// <summary>Those that a template added, the last one most particular.</summary>
    public List<string> Added { get; } = [];

    public List<string> Classes { get; } = [];

    public List<Shape> Items { get; } = [];

    /// <summary>By Orchard's names, found without their underscores and in any case: <c>previous_text</c>, <c>PreviousText</c>.</summary>
    public Dictionary<string, object?> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Draws the shape where no template does; empty without it.</summary>
    public Action<TextWriter>? Plain { get; init; }

    /// <summary>The names of the templates that may draw it, most particular first.</summary>
    public IEnumerable<string> Names => [.. Enumerable.Reverse(Added), .. alternates?.Invoke(Type) ?? [], Type];

    public object? Read(string name) => name switch
    {
        "Type" => Type,
        "Classes" => Classes,
        "Items" => Items,
        "HasItems" => Items.Count > 0,
        _ => Values.GetValueOrDefault(Plainly(name)),
    };

    public static string Plainly(string name) => name.Replace("_", string.Empty, StringComparison.Ordinal);
}

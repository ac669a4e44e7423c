using Fluid.Values;

namespace EssConsult.Content.Templating;

/// <summary>Pieces of HTML in their order, each found by its name: <c>Model.Content.HtmlBodyPart</c>; together they are the zone.</summary>
internal sealed class Zone
{
    private readonly List<(string Name, string Html)> pieces = [];

    public void Add(string name, string html)
    {
        Remove(name);
        pieces.Add((name, html));
    }

    public void Remove(string name) => pieces.RemoveAll(piece => piece.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <returns>Null where there is no such piece, so that a template can ask.</returns>
    public StringValue? Find(string name) => pieces.Where(piece => piece.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(piece => new StringValue(piece.Html, encode: false)).FirstOrDefault();

    public IEnumerable<StringValue> Items => pieces.Select(piece => new StringValue(piece.Html, encode: false));

    public override string ToString() => string.Concat(pieces.Select(piece => piece.Html));
}

/// <summary>Where a list leads from this page; its words can be changed before it is drawn.</summary>
/// <param name="Previous">The number of the page before; null on the first.</param>
/// <param name="Next">The number of the page after; null on the last.</param>
internal sealed record Pager(int? Previous, int? Next)
{
    /// <summary>Words and classes that a template gave, by their names without underscores.</summary>
    public Dictionary<string, string> Given { get; } = new(StringComparer.OrdinalIgnoreCase);
}

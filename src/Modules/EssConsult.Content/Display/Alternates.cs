using EssConsult.Content.Routing;

namespace EssConsult.Content.Display;

/// <summary>Orchard's template names for an item, most particular first (§5.3 of the formats).</summary>
internal static class Alternates
{
    /// <param name="item">What is drawn.</param>
    /// <param name="stereotype"><c>Content</c>, <c>Widget</c>, <c>Block</c>…</param>
    /// <param name="displayType">Empty in full, <c>.Summary</c> in a list.</param>
    public static IEnumerable<string> Of(ContentItem item, string stereotype, string displayType)
    {
        yield return $"{stereotype}-{item.ContentItemId}{displayType}";
        if (item.Part<AutoroutePart>()?.Path is { Length: > 0 } path)
        {
            yield return $"{stereotype}-Slug-{Slug.Of(path)}{displayType}";
        }

        if (item.Part<AliasPart>()?.Alias is { Length: > 0 } alias)
        {
            yield return $"{stereotype}-Alias-{alias}{displayType}";
        }

        yield return $"{stereotype}-{item.ContentType}{displayType}";
        yield return stereotype + displayType;
        yield return "Content" + displayType;
    }
}

using System.Globalization;

namespace EssConsult.Layers.Rules;

/// <summary>What a rule may ask about a page and its reader.</summary>
/// <param name="Path">From the site's root, without the language: <c>/contributions</c>.</param>
/// <param name="Culture">The language in which the page is shown.</param>
/// <param name="Roles">Those held, with Authenticated; a visitor's only one is Anonymous.</param>
/// <param name="ContentType">Of the item whose own page it is; null for other pages.</param>
internal sealed record PageFacts(string Path, CultureInfo Culture, bool IsSignedIn, IReadOnlyCollection<string> Roles, string? ContentType)
{
    public bool IsHome => Path.Length == 0 || Path == "/";

    /// <summary>A culture answers to its own name and to its language's: <c>fr-FR</c>, <c>fr</c>.</summary>
    public IReadOnlyCollection<string> Cultures => [Culture.Name, Culture.Parent.Name];
}

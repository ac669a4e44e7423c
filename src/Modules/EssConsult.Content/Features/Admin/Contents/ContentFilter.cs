using System.Globalization;

namespace EssConsult.Content.Features.Admin.Contents;

/// <summary>What the list of contents is asked for, in the address so that it can be kept and shared.</summary>
public sealed record ContentFilter
{
    public string? Type { get; init; }

    /// <summary><c>publie</c>, <c>brouillon</c>, <c>modifie</c> (published, with a newer draft) or <c>supprime</c>; null for all but removed ones.</summary>
    public string? State { get; init; }

    public string? Text { get; init; }

    public string? Author { get; init; }

    /// <summary><c>titre</c>, <c>creation</c>; else the last change first.</summary>
    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 20;

    /// <summary>The address of another page or order of the same list.</summary>
    public string Query(int? page = null, string? sort = null)
    {
        var values = new (string Name, string? Value)[]
        {
            ("type", Type), ("etat", State), ("q", Text), ("auteur", Author), ("tri", sort ?? Sort), ("page", page > 1 ? page.Value.ToString(CultureInfo.InvariantCulture) : null),
        };
        return "?" + string.Join('&', values.Where(value => !string.IsNullOrEmpty(value.Value)).Select(value => $"{value.Name}={Uri.EscapeDataString(value.Value!)}"));
    }
}

internal sealed record ContentLine(string ContentItemId, string ContentType, string? DisplayText, string? Author, string? Owner, string? Path, DateTime ModifiedUtc, bool Latest, bool Published, bool HasPublished)
{
    public string Title => string.IsNullOrWhiteSpace(DisplayText) ? "(" + ContentItemId[..Math.Min(8, ContentItemId.Length)] + "…)" : DisplayText;

    public required string TypeName { get; init; }

    public string StateName => Published ? "Publié" : HasPublished ? "Publié, brouillon en cours" : Latest ? "Brouillon" : "Supprimé";

    public string StateClass => Published ? "published" : HasPublished ? "pending" : Latest ? "draft" : "removed";
}

internal sealed record ContentPage(IReadOnlyList<ContentLine> Lines, int Total, ContentFilter Filter)
{
    public int Pages => Math.Max(1, (Total + Filter.PageSize - 1) / Filter.PageSize);
}

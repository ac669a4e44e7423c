namespace EssConsult.Content.Fields.Markup;

/// <summary>What HtmlField, MarkdownField and the two body parts share.</summary>
internal sealed record MarkupFieldSettings
{
    public bool SanitizeHtml { get; init; } = true;
}

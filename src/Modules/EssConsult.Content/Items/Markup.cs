using Ganss.Xss;
using Markdig;

namespace EssConsult.Content.Items;

internal sealed class Markup : IMarkup
{
    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().UseEmphasisExtras().DisableHtml().Build();
    private readonly HtmlSanitizer sanitizer = new();

    public Markup()
    {
        sanitizer.AllowedAttributes.Remove("style");
        sanitizer.AllowedAttributes.Add("class");
        sanitizer.AllowedTags.Remove("form");
        sanitizer.AllowedTags.Remove("input");
        sanitizer.AllowedTags.Remove("button");
        sanitizer.AllowedTags.Remove("select");
        sanitizer.AllowedTags.Remove("textarea");
        sanitizer.AllowedSchemes.Add("mailto");
        sanitizer.AllowedSchemes.Add("tel");
        sanitizer.PostProcessNode += (_, post) =>
        {
            if (post.Node is AngleSharp.Html.Dom.IHtmlAnchorElement { Host.Length: > 0 } link)
            {
                link.SetAttribute("rel", "nofollow ugc noopener");
            }
        };
    }

    public string Markdown(string? markdown) => string.IsNullOrWhiteSpace(markdown) ? string.Empty : Sanitize(Markdig.Markdown.ToHtml(markdown, pipeline));

    public string Sanitize(string? html) => string.IsNullOrWhiteSpace(html) ? string.Empty : sanitizer.Sanitize(html);

    public string PlainText(string? markdown, int maxCharacters)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return string.Empty;
        }

        var text = string.Join(' ', Markdig.Markdown.ToPlainText(markdown, pipeline).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= maxCharacters)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', maxCharacters - 1);
        return text[..(cut > 0 ? cut : maxCharacters - 1)] + "…";
    }
}

using System.Collections.Concurrent;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;

namespace EssConsult.Content.Items;

internal sealed class Markup : IMarkup
{
    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().UseEmphasisExtras().DisableHtml().Build();
    private const int LongestKept = 20_000;
    private const int MostKept = 1_000;
    private readonly HtmlSanitizer sanitizer = new();

    // The same text gives the same HTML, and making it safe costs more than the rest of a page.
    private readonly ConcurrentDictionary<string, string> rendered = new();

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
            if (post.Node is IHtmlAnchorElement { Host.Length: > 0 } link)
            {
                link.SetAttribute("rel", "nofollow ugc noopener");
            }
        };
    }

    public string Markdown(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return string.Empty;
        }

        if (rendered.TryGetValue(markdown, out var known))
        {
            return known;
        }

        var html = Sanitize(Markdig.Markdown.ToHtml(markdown, pipeline));
        if (markdown.Length <= LongestKept)
        {
            Keep(markdown, html);
        }

        return html;
    }

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

    public string HtmlText(string? html)
    {
        var text = new StringBuilder();
        if (!string.IsNullOrWhiteSpace(html))
        {
            Write(sanitizer.SanitizeDom(html).Body!, text);
        }

        return string.Join('\n', text.ToString().Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))).Trim();
    }

    private static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            var isBlock = child is IHtmlParagraphElement or IHtmlHeadingElement or IHtmlDivElement or IHtmlListItemElement or IHtmlQuoteElement or IHtmlTableRowElement or IHtmlBreakRowElement;
            if (child is IText words)
            {
                text.Append(words.Data.ReplaceLineEndings(" "));
            }

            Write(child, text);
            if (child is IHtmlAnchorElement { Host.Length: > 0 } link && link.TextContent.Trim() != link.Href)
            {
                text.Append(" (").Append(link.Href).Append(')');
            }

            text.Append(isBlock ? "\n" : string.Empty);
        }
    }

    private void Keep(string markdown, string html)
    {
        if (rendered.Count >= MostKept)
        {
            rendered.Clear();
        }

        rendered[markdown] = html;
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace EssConsult.Discussion.Comments;

/// <summary>
/// A comment's few marks: paragraphs, line breaks, links, **bold** and *italic*. Everything is encoded first, so nothing else can
/// come through; Markdown's full renderer would cost more than the rest of a page of comments.
/// </summary>
internal static partial class CommentText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent Html(string body)
    {
        var html = new StringBuilder(body.Length + 64);
        foreach (var paragraph in body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>");
            var start = 0;
            foreach (var match in Link().EnumerateMatches(paragraph))
            {
                html.Append(Marks(paragraph[start..match.Index]));
                var address = Encoder.Encode(paragraph.Substring(match.Index, match.Length));
                html.Append("<a rel=\"nofollow ugc noopener\" href=\"").Append(address).Append("\">").Append(address).Append("</a>");
                start = match.Index + match.Length;
            }

            html.Append(Marks(paragraph[start..])).Append("</p>");
        }

        return new HtmlString(html.ToString());
    }

    private static string Marks(string text) =>
        Italic().Replace(Bold().Replace(Encoder.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal), "<strong>$1</strong>"), "<em>$1</em>");

    // An address does not end in the punctuation of its sentence.
    [GeneratedRegex("""https?://[^\s<>"]*[^\s<>".,;:!?)'’»]""")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*(?=\S)([^*]+?)(?<=\S)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\*(?=\S)([^*]+?)(?<=\S)\*")]
    private static partial Regex Italic();
}

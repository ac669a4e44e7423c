using System.Net;
using System.Text;

namespace EssConsult.Search.Sources;

internal static class PlainHtml
{
    /// <summary>The text between the tags, without scripts and styles.</summary>
    public static string Of(string? html)
    {
        var text = new StringBuilder();
        var at = 0;
        while (html is not null && at < html.Length)
        {
            var open = html.IndexOf('<', at);
            text.Append(html, at, (open < 0 ? html.Length : open) - at).Append(' ');
            at = open < 0 ? html.Length : End(html, open);
        }

        return string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The place after the tag that opens here; after a script or a style, that of its closing tag.</summary>
    private static int End(string html, int open)
    {
        foreach (var silent in (string[])["script", "style"])
        {
            if (string.Compare(html, open + 1, silent, 0, silent.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                open = html.IndexOf("</" + silent, open, StringComparison.OrdinalIgnoreCase) is var closing and >= 0 ? closing : html.Length - 1;
            }
        }

        var end = html.IndexOf('>', open);
        return end < 0 ? html.Length : end + 1;
    }
}

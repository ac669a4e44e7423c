using System.Globalization;
using System.Net;
using System.Text;

namespace EssConsult.Tickets.Qr;

/// <summary>A QR code as an SVG picture: one path on white, no style, so that any content security policy and any dark theme leave it readable.</summary>
public static class QrSvg
{
    /// <summary>The <c>svg</c> element; its style sheet gives it a size.</summary>
    /// <param name="text">What is scanned.</param>
    /// <param name="title">What a screen reader says in its stead.</param>
    public static string Draw(string text, string title)
    {
        var modules = QrModules.Of(text);
        var path = new StringBuilder();
        foreach (var (x, y, length) in modules.Runs())
        {
            path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{length}v1h-{length}z");
        }

        return $"""<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {modules.Size} {modules.Size}" shape-rendering="crispEdges"><title>{WebUtility.HtmlEncode(title)}</title><rect width="{modules.Size}" height="{modules.Size}" fill="#fff"/><path fill="#000" d="{path}"/></svg>""";
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using EssConsult.Layers.Rules;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Layers.Widgets;

/// <summary>Draws zones for one page. Each layer's rule is answered once, however many widgets it holds.</summary>
internal sealed class ZoneDrawing(
    LayerBook book, IContentDisplay display, IContentDefinitions definitions, PageHead head, CurrentPerson person, Faults faults, HtmlEncoder encoder, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<string, bool> answers = new(StringComparer.OrdinalIgnoreCase);
    private PageScripts? scripts;
    private RuleCheck? check;

    public async Task<string?> DrawAsync(string zone, IReadOnlyList<PlacedWidget> widgets, HttpContext context)
    {
        var html = new StringBuilder();
        foreach (var widget in widgets.Where(widget => Holds(widget.Place.Layer, context) && MayView(widget.Item)))
        {
            if (await DrawAsync(widget.Item, context.RequestAborted) is { } drawn)
            {
                html.Append("<div class=\"widget widget-").Append(Kebab(widget.Item.ContentType)).Append("\">");
                if (widget.Place.RenderTitle && widget.Item.DisplayText is { Length: > 0 } title)
                {
                    html.Append("<h2 class=\"widget-title\" lang=\"fr\">").Append(encoder.Encode(title)).Append("</h2>");
                }

                html.Append(drawn).Append("</div>");
            }
        }

        return html.Length == 0 ? null : $"<div class=\"zone zone-{Kebab(zone)}\">{html}</div>";
    }

    public void Dispose() => scripts?.Dispose();

    /// <summary><c>RawHtml</c> becomes <c>raw-html</c>, as Orchard writes it.</summary>
    internal static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && kebab.Length > 0 && kebab[^1] != '-')
            {
                kebab.Append('-');
            }

            kebab.Append(char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        }

        return kebab.ToString();
    }

    private bool Holds(string layer, HttpContext context)
    {
        if (!answers.TryGetValue(layer, out var holds))
        {
            answers[layer] = holds = book.RuleOf(layer) is { } rule && (check ??= Check(context)).Holds(rule, layer);
        }

        return holds;
    }

    private RuleCheck Check(HttpContext context)
    {
        // Whoever signed in may still do what visitors may, but is no visitor.
        var roles = person.Roles.Where(role => role != SystemRoles.Anonymous || !person.IsSignedIn).ToList();
        var page = new PageFacts(context.Request.Path.Value ?? string.Empty, CultureInfo.CurrentUICulture, person.IsSignedIn, roles, head.ContentType);
        scripts = new PageScripts(page, faults, clock, context.RequestAborted);
        return new RuleCheck(page, scripts);
    }

    private bool MayView(ContentItem item) => definitions.FindType(item.ContentType) is not { Options.Securable: true } || display.MayView(item);

    // It stands on every page: one that cannot be drawn must not take them all along.
    private async Task<string?> DrawAsync(ContentItem item, CancellationToken ct)
    {
        try
        {
            return await display.WidgetAsync(item, ct);
        }
        catch (RuleException broken)
        {
            faults.Drawing(item, broken);
            return null;
        }
    }
}

using System.Text;
using EssConsult.Content.Recipes.Keeping;
using EssConsult.Content.Templating;
using EssConsult.Kernel.Themes;
using Fluid.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Shortcodes;

/// <summary>
/// Expands Orchard's shortcodes in a text: <c>[name arg="x"]inner[/name]</c>, each by the Liquid that the site stored for its name;
/// <c>[[name]]</c> is written as it stands with one pair fewer. A name that nobody defined is left alone.
/// </summary>
internal sealed class ShortcodeText(KeptBook kept, IServiceProvider services, IHttpContextAccessor http)
{
    private const int MostExpanded = 200;

    public async ValueTask<string> ExpandAsync(string text, ContentItem? item)
    {
        var known = kept.Of(KeptSteps.Shortcodes);
        if (known.Count == 0 || !text.Contains('[', StringComparison.Ordinal))
        {
            return text;
        }

        var (drawn, at, count) = (new StringBuilder(text.Length), 0, 0);
        foreach (var found in ShortcodeReader.Read(text, known.ContainsKey))
        {
            drawn.Append(text, at, found.Start - at);
            drawn.Append(found.IsLiteral || ++count > MostExpanded ? found.Literal : await DrawAsync(known[found.Name]["Content"]?.ToString() ?? string.Empty, found, item));
            at = found.End;
        }

        return drawn.Append(text, at, text.Length - at).ToString();
    }

    private async Task<string> DrawAsync(string source, Shortcode found, ContentItem? item)
    {
        // Asked for late: Liquid's own extensions are built from this.
        var liquid = services.GetRequiredService<Liquid>();
        if (liquid.Check(source) is not null)
        {
            return found.Literal;
        }

        // Its inner text is part of a page that was made safe before.
        var inner = found.Inner is { } content && http.HttpContext is { } context ? await DrawnItems.DeeperAsync(context, () => ExpandAsync(content, item).AsTask()) : found.Inner;
        return await liquid.RenderAsync(source, new Dictionary<string, object?>
        {
            ["Args"] = found.Arguments, ["Content"] = inner is null ? null : new StringValue(inner, encode: false), ["Context"] = new Dictionary<string, object?> { ["ContentItem"] = item },
        });
    }
}

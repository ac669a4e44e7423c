using EssConsult.Content.Menus;
using EssConsult.Kernel.Themes;
using Fluid;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Templating;

/// <summary>
/// Orchard's tags (§5.2 of the formats), so that a template of a recipe's own draws its page. Those that steer Orchard's
/// resources and its caches are passed by: the layout here is the theme's, and what a page loads is the site's.
/// </summary>
internal sealed class OrchardTags(MenuBook menus, IHttpContextAccessor http) : ILiquidExtension
{
    public void Extend(FluidParser parser, TemplateOptions options)
    {
        parser.PassBy("resources", "script", "layout", "antiforgerytoken", "httpcontext_add_items", "httpcontext_remove_items", "page_title_add_segment");
        parser.PassBy("cache_dependency", "cache_expires_on", "cache_expires_after", "cache_expires_sliding");

        // A named resource is the site's affair; a script or a style in the page is refused by its policy.
        parser.PassBy("style", "link", "meta");
        parser.Block("styleblock", (_, _) => ValueTask.CompletedTask);
        parser.Block("scriptblock", (_, _) => ValueTask.CompletedTask);
        parser.Block("zone", (_, inner) => inner());
        parser.Block("cache", (_, inner) => inner());

        parser.Block("a", (tag, inner) => ElementAsync(tag, "a", inner));
        parser.Block("form", (tag, inner) => ElementAsync(tag, "form", inner));
        parser.Block("block", (tag, inner) => ElementAsync(tag, tag.First, inner));
        parser.Tag("helper", tag => ElementAsync(tag, tag.First, inner: null));
        parser.Tag("page_title", tag =>
        {
            var drawn = tag.Context.GetValue("ContentItem").ToObjectValue() as ContentItem;
            tag.Encoder.Encode(tag.Writer, drawn?.DisplayText ?? http.HttpContext?.RequestServices.GetRequiredService<PageHead>().Title ?? string.Empty);
            return ValueTask.CompletedTask;
        });
        parser.Tag("shape", ShapeAsync);
        parser.Tag("contentitem", async tag => tag.Writer.Write(await DrawnItems.OfAsync(http, tag.Text("alias") ?? tag.Text("id") ?? tag.First, tag.Text("display_type"))));
    }

    private async ValueTask ElementAsync(TagCall tag, string name, Func<ValueTask>? inner)
    {
        if (!TagMarkup.IsElement(name))
        {
            if (inner is not null)
            {
                await inner();
            }

            return;
        }

        tag.Writer.Write("<" + name);
        var shown = tag.Named.GetValueOrDefault("display_for") ?? tag.Named.GetValueOrDefault("for");
        if (name == "a" && shown?.ToObjectValue() is ContentItem item)
        {
            tag.Writer.Write(" href=\"");
            tag.Encoder.Encode(tag.Writer, http.Href("~/" + item.Part<AutoroutePart>()?.Path));
            tag.Writer.Write('"');
        }

        tag.Attributes(http.Href, "display_for", "edit_for", "admin_for", "remove_for", "create_for", "for_item", "area", "controller", "route_values");
        tag.Writer.Write('>');
        if (inner is not null)
        {
            await inner();
        }

        if (inner is not null || name is not ("input" or "img" or "br" or "hr"))
        {
            tag.Writer.Write($"</{name}>");
        }
    }

    /// <summary>A menu by its alias; any other shape is drawn where the site has a template of its name.</summary>
    private async ValueTask ShapeAsync(TagCall tag)
    {
        var alias = tag.Text("alias") ?? string.Empty;
        alias = alias.StartsWith("alias:", StringComparison.OrdinalIgnoreCase) ? alias[6..] : alias;
        var shape = tag.First.Equals("menu", StringComparison.OrdinalIgnoreCase) ? MenuShapes.Of(alias, menus.Find(alias), http) : ShapeTags.New(tag.First, tag.Named);
        tag.Writer.Write(await ShapeTags.DrawAsync(http, shape));
    }
}

using EssConsult.Content.Fields.Links;
using EssConsult.Content.Menus;
using EssConsult.Kernel.Themes;
using Fluid;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Templating;

/// <summary>
/// Orchard's tags (§5.2 of the formats), so that a template of a recipe's own draws its page. Those that steer Orchard's shapes, its
/// resources and its caches are passed by: the layout here is the theme's, and what a page loads is the site's.
/// </summary>
internal sealed class OrchardTags(MenuBook menus, IHttpContextAccessor http) : ILiquidExtension
{
    public void Extend(FluidParser parser, TemplateOptions options)
    {
        parser.PassBy("resources", "script", "render_section", "layout", "antiforgerytoken", "httpcontext_add_items", "httpcontext_remove_items", "page_title_add_segment");
        parser.PassBy("cache_dependency", "cache_expires_on", "cache_expires_after", "cache_expires_sliding");
        parser.PassBy("shape_add_alternates", "shape_clear_alternates", "shape_add_attributes", "shape_clear_attributes", "shape_add_classes", "shape_clear_classes", "shape_add_wrappers", "shape_clear_wrappers");
        parser.PassBy("shape_add_properties", "shape_remove_property", "shape_type", "shape_display_type", "shape_position", "shape_tab", "shape_cache", "shape_remove_item", "shape_pager");

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

    /// <summary>Of the shapes that a template makes itself, the menu is drawn; others show nothing.</summary>
    private ValueTask ShapeAsync(TagCall tag)
    {
        if (tag.First.Equals("menu", StringComparison.OrdinalIgnoreCase) && tag.Text("alias") is { } alias)
        {
            var entries = menus.Find(alias.StartsWith("alias:", StringComparison.OrdinalIgnoreCase) ? alias[6..] : alias);
            Write(tag, entries, depth: 0);
        }

        return ValueTask.CompletedTask;
    }

    private void Write(TagCall tag, IReadOnlyList<MenuEntry> entries, int depth)
    {
        var shown = entries.Where(entry => entry.Permissions.Count == 0 && LinkFieldType.IsSafe(entry.Url)).ToList();
        if (shown.Count == 0 || depth > 5)
        {
            return;
        }

        tag.Writer.Write("<ul class=\"menu\">");
        foreach (var entry in shown)
        {
            tag.Writer.Write("<li><a href=\"");
            tag.Encoder.Encode(tag.Writer, http.Href(entry.Url));
            tag.Writer.Write("\">");
            tag.Encoder.Encode(tag.Writer, entry.Text);
            tag.Writer.Write("</a>");
            Write(tag, entry.Children, depth + 1);
            tag.Writer.Write("</li>");
        }

        tag.Writer.Write("</ul>");
    }
}

using System.Globalization;
using System.Net;
using EssConsult.Content.Fields.Links;
using EssConsult.Content.Menus;
using EssConsult.Kernel.Themes;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Content.Templating;

/// <summary>A menu as shapes: <c>Menu</c> holds <c>MenuItem</c>s, each of which can draw itself as <c>MenuItemLink</c> (§5.3 of the formats).</summary>
internal static class MenuShapes
{
    private const int MaxDepth = 5;

    public static Shape Of(string alias, IReadOnlyList<MenuEntry> entries, IHttpContextAccessor http)
    {
        var name = string.Concat(alias.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var menu = new Shape("Menu", type => [$"{type}-{name}"]) { Plain = writer => Write(writer, Shown(entries, 0), http, 0) };
        menu.Values["MenuName"] = name;
        menu.Items.AddRange(Items(entries, name, http, level: 0));
        return menu;
    }

    private static IEnumerable<Shape> Items(IReadOnlyList<MenuEntry> entries, string menu, IHttpContextAccessor http, int level) => Shown(entries, level).Select(entry =>
    {
        Shape? item = null;
        item = new Shape("MenuItem", type => Names(type, menu, entry.Item.ContentType, level)) { Plain = writer => WriteLink(writer, item!, entry, http, level) };
        item.Values["ContentItem"] = entry.Item;
        item.Values["Text"] = entry.Text;
        item.Values["Href"] = item.Values["Url"] = http.Href(entry.Url);
        item.Values["Level"] = level;
        item.Items.AddRange(Items(entry.Children, menu, http, level + 1));
        return item;
    });

    private static IEnumerable<string> Names(string type, string menu, string contentType, int level) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{type}-{menu}-{contentType}-level-{level}"), $"{type}-{menu}-{contentType}",
        string.Create(CultureInfo.InvariantCulture, $"{type}-{contentType}-level-{level}"), $"{type}-{contentType}",
        string.Create(CultureInfo.InvariantCulture, $"{type}-{menu}-level-{level}"), $"{type}-{menu}",
        string.Create(CultureInfo.InvariantCulture, $"{type}-level-{level}"),
    ];

    // A page is kept for every visitor: what a permission hides is left out for all.
    private static List<MenuEntry> Shown(IReadOnlyList<MenuEntry> entries, int level) =>
        level > MaxDepth ? [] : [.. entries.Where(entry => entry.Permissions.Count == 0 && LinkFieldType.IsSafe(entry.Url))];

    private static void Write(TextWriter writer, List<MenuEntry> entries, IHttpContextAccessor http, int level)
    {
        if (entries.Count == 0)
        {
            return;
        }

        writer.Write("<ul class=\"menu\">");
        foreach (var entry in entries)
        {
            writer.Write("<li>");
            WriteLink(writer, entry, http);
            Write(writer, Shown(entry.Children, level + 1), http, level + 1);
            writer.Write("</li>");
        }

        writer.Write("</ul>");
    }

    /// <summary>A site may have a template for the menu alone, or for its items alone.</summary>
    private static void WriteLink(TextWriter writer, Shape item, MenuEntry entry, IHttpContextAccessor http, int level)
    {
        if (item.Type == "MenuItemLink")
        {
            WriteLink(writer, entry, http);
        }
        else
        {
            writer.Write("<li>");
            WriteLink(writer, entry, http);
            Write(writer, Shown(entry.Children, level + 1), http, level + 1);
            writer.Write("</li>");
        }
    }

    private static void WriteLink(TextWriter writer, MenuEntry entry, IHttpContextAccessor http) =>
        writer.Write($"<a href=\"{WebUtility.HtmlEncode(http.Href(entry.Url))}\">{WebUtility.HtmlEncode(entry.Text)}</a>");
}

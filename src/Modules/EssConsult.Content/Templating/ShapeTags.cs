using System.Globalization;
using System.Net;
using EssConsult.Kernel.Themes;
using Fluid;
using Fluid.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Templating;

/// <summary>Orchard's shapes as templates make, change and draw them (§5.2 of the formats): menus, pagers, zones, and those of a site's own templates.</summary>
internal sealed class ShapeTags(IStringLocalizer words, IHttpContextAccessor http) : ILiquidExtension
{
    public void Extend(FluidParser parser, TemplateOptions options)
    {
        options.MemberAccessStrategy.Register<Zone, object?>((zone, name) => name == "Items" ? zone.Items.ToArray() : zone.Find(name));
        options.MemberAccessStrategy.Register<Shape, object?>((shape, name) => shape.Read(name));
        options.MemberAccessStrategy.Register<Pager, object?>((pager, name) => name switch { "Previous" => pager.Previous, "Next" => pager.Next, _ => pager.Given.GetValueOrDefault(Shape.Plainly(name)) });

        // Parts come drawn: drawing them again gives them as they are, so that Orchard's templates read unchanged.
        options.Filters.AddFilter("shape_render", DrawAsync);
        options.Filters.AddFilter("shape_stringify", DrawAsync);
        options.Filters.AddFilter("shape_new", (input, arguments, context) => new ValueTask<FluidValue>(ShapeWords.Read(http, input.ToStringValue(), arguments, context) ?? new ObjectValue(New(input.ToStringValue(), Named(arguments)))));
        options.Filters.AddFilter("shape_properties", (input, arguments, _) =>
        {
            if (input.ToObjectValue() is Shape shape)
            {
                Give(shape, Named(arguments));
            }

            return input;
        });

        Change(parser, "shape_type", (shape, tag) => shape.Type = Text(tag, 1) ?? shape.Type);
        Change(parser, "shape_clear_alternates", (shape, _) => shape.Added.Clear());
        Change(parser, "shape_add_alternates", (shape, tag) => shape.Added.AddRange(Listed(tag, "alternates")));
        Change(parser, "shape_clear_classes", (shape, _) => shape.Classes.Clear());
        Change(parser, "shape_add_classes", (shape, tag) => shape.Classes.AddRange(Listed(tag, "classes")));
        Change(parser, "shape_add_properties", (shape, tag) => Give(shape, tag.Named));
        Change(parser, "shape_remove_property", (shape, tag) => shape.Values.Remove(Shape.Plainly(Text(tag, 1) ?? string.Empty)));
        parser.Tag("shape_remove_item", tag =>
        {
            Of<Zone>(tag)?.Remove(Text(tag, 1) ?? string.Empty);
            return ValueTask.CompletedTask;
        });
        parser.Tag("shape_pager", tag =>
        {
            if (Of<Pager>(tag) is { } pager)
            {
                foreach (var (name, value) in tag.Named)
                {
                    pager.Given[Shape.Plainly(name)] = value.ToStringValue();
                }
            }

            return ValueTask.CompletedTask;
        });

        // Drawing here has no wrappers, no positions, no tabs, and keeps whole pages instead of shapes.
        parser.PassBy("shape_add_attributes", "shape_clear_attributes", "shape_add_wrappers", "shape_clear_wrappers", "shape_display_type", "shape_position", "shape_tab", "shape_cache");
    }

    private static void Change(FluidParser parser, string name, Action<Shape, TagCall> change) => parser.Tag(name, tag =>
    {
        if (Of<Shape>(tag) is { } shape)
        {
            change(shape, tag);
        }

        return ValueTask.CompletedTask;
    });

    private static T? Of<T>(TagCall tag)
        where T : class => tag.Plain.Count > 0 ? tag.Plain[0].ToObjectValue() as T : null;

    private static string? Text(TagCall tag, int place) => tag.Plain.Count > place ? tag.Plain[place].ToStringValue() : null;

    private static string[] Listed(TagCall tag, string name) => (tag.Text(name) ?? Text(tag, 1) ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void Give(Shape shape, IEnumerable<KeyValuePair<string, FluidValue>> values)
    {
        foreach (var (name, value) in values)
        {
            shape.Values[Shape.Plainly(name)] = value;
        }
    }

    private static IEnumerable<KeyValuePair<string, FluidValue>> Named(FilterArguments arguments) => arguments.Names.Select(name => KeyValuePair.Create(name, arguments[name]));

    internal static Shape New(string type, IEnumerable<KeyValuePair<string, FluidValue>> values)
    {
        var shape = new Shape(type);
        Give(shape, values);
        return shape;
    }

    private async ValueTask<FluidValue> DrawAsync(FluidValue input, FilterArguments arguments, TemplateContext context) => new StringValue(
        input.ToObjectValue() switch
        {
            Zone zone => zone.ToString(),
            Shape shape => await DrawAsync(http, shape),
            Pager pager => Draw(pager),
            _ => input.ToStringValue(),
        },
        encode: false);

    /// <summary>By the site's template for it, else plainly.</summary>
    public static async Task<string> DrawAsync(IHttpContextAccessor http, Shape shape)
    {
        if (http.HttpContext is { } context && context.RequestServices.GetRequiredService<ThemeTemplates>().FindOwn(shape.Names) is { } source)
        {
            var liquid = context.RequestServices.GetRequiredService<Liquid>();
            return await DrawnItems.DeeperAsync(context, () => liquid.RenderAsync(source, new Dictionary<string, object?> { ["Model"] = shape }));
        }

        await using var plain = new StringWriter(CultureInfo.InvariantCulture);
        shape.Plain?.Invoke(plain);
        return plain.ToString();
    }

    private string Draw(Pager pager)
    {
        string Link(int? page, string rel, string text) => page is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"<li{Class(pager.Given.GetValueOrDefault(rel == "prev" ? "previousclass" : "nextclass"))}><a rel=\"{rel}\" href=\"?page={number}\">{WebUtility.HtmlEncode(text)}</a></li>")
            : string.Empty;
        return $"<nav class=\"pagination\" aria-label=\"{WebUtility.HtmlEncode(words["Pages"])}\"><ul>"
            + Link(pager.Previous, "prev", pager.Given.GetValueOrDefault("previoustext") ?? words["Précédente"])
            + Link(pager.Next, "next", pager.Given.GetValueOrDefault("nexttext") ?? words["Suivante"]) + "</ul></nav>";
    }

    private static string Class(string? name) => string.IsNullOrEmpty(name) ? string.Empty : $" class=\"{WebUtility.HtmlEncode(name)}\"";
}

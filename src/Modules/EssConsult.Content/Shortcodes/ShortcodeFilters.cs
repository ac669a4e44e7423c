using EssConsult.Content.Fields.Markup;
using EssConsult.Kernel.Themes;
using Fluid;
using Fluid.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Shortcodes;

/// <summary>Filters that turn a text of the site into what it stands for: <c>shortcode</c>, <c>liquid</c>, <c>full_text</c>.</summary>
internal sealed class ShortcodeFilters(ShortcodeText shortcodes, IServiceProvider services, IHttpContextAccessor http) : ILiquidExtension
{
    public void Extend(FluidParser parser, TemplateOptions options)
    {
        options.Filters.AddFilter("shortcode", async (input, _, context) => new StringValue(await shortcodes.ExpandAsync(input.ToStringValue(), Item(context)), encode: false));
        options.Filters.AddFilter("liquid", async (input, _, context) => new StringValue(await LiquidAsync(input.ToStringValue(), context), encode: false));
        options.Filters.AddFilter("full_text", async (input, _, _) => new StringValue(input.ToObjectValue() is ContentItem item ? await FullTextAsync(item) : string.Empty));
    }

    /// <summary>A text of the site that is itself a template; what does not parse shows nothing.</summary>
    private async Task<string> LiquidAsync(string source, TemplateContext context)
    {
        var liquid = services.GetRequiredService<Liquid>();
        return http.HttpContext is { } request && liquid.Check(source) is null
            ? await Templating.DrawnItems.DeeperAsync(request, () => liquid.RenderAsync(source, new Dictionary<string, object?> { ["Model"] = context.GetValue("Model"), ["ContentItem"] = Item(context) }))
            : string.Empty;
    }

    private async Task<string> FullTextAsync(ContentItem item)
    {
        if (http.HttpContext is not { } request)
        {
            return item.DisplayText ?? string.Empty;
        }

        var body = await request.RequestServices.GetRequiredService<Display.ContentDisplay>().BodyAsync(item, request.RequestAborted);
        var fields = await request.RequestServices.GetRequiredService<IContentForm>().ValuesAsync(item, request.RequestAborted);
        return string.Join(' ', new[] { item.DisplayText, HtmlFieldType.PlainText(body) }.Concat(fields.Select(value => value.Text)).Where(text => !string.IsNullOrEmpty(text)));
    }

    private static ContentItem? Item(TemplateContext context) => context.GetValue("ContentItem").ToObjectValue() as ContentItem;
}

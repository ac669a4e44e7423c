using EssConsult.Content.Routing;
using EssConsult.Kernel.Themes;
using Fluid;
using Fluid.Values;

namespace EssConsult.Content;

/// <summary>What templates can read of an item, and Orchard's filters on content.</summary>
internal sealed class ContentLiquid(IMarkup markup) : ILiquidExtension
{
    public void Extend(FluidParser parser, TemplateOptions options)
    {
        options.MemberAccessStrategy.Register<ContentItem>();
        options.Filters.AddFilter("slugify", (input, _, _) => new StringValue(Slug.Of(input.ToStringValue())));
        options.Filters.AddFilter("markdownify", (input, _, _) => new StringValue(markup.Markdown(input.ToStringValue()), encode: false));
        options.Filters.AddFilter("sanitize_html", (input, _, _) => new StringValue(markup.Sanitize(input.ToStringValue()), encode: false));
        options.Filters.AddFilter("display_text", (input, _, _) => new StringValue((input.ToObjectValue() as ContentItem)?.DisplayText ?? string.Empty));
        options.Filters.AddFilter("display_url", (input, _, _) => new StringValue("~/" + (input.ToObjectValue() as ContentItem)?.Part<AutoroutePart>()?.Path));
        options.Filters.AddFilter("content_item_id", (input, _, _) => new StringValue((input.ToObjectValue() as ContentItem)?.ContentItemId ?? string.Empty));
    }
}

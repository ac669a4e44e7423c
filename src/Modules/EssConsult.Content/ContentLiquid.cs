using System.Text.Json;
using EssConsult.Content.Fields.Markup;
using EssConsult.Content.Routing;
using EssConsult.Kernel.Themes;
using Fluid;
using Fluid.Values;

namespace EssConsult.Content;

/// <summary>What templates can read of an item, Orchard's filters on content, and <c>hour</c>: an hour as the rest of the site writes it.</summary>
internal sealed class ContentLiquid(IMarkup markup, ITaxonomies taxonomies) : ILiquidExtension
{
    /// <summary>The name under which a template's model carries the list that holds the item.</summary>
    public const string Container = "Container";

    public void Extend(FluidParser parser, TemplateOptions options)
    {
        options.MemberAccessStrategy.Register<ContentItem>();
        options.Filters.AddFilter("slugify", (input, _, _) => new StringValue(Slug.Of(input.ToStringValue())));
        options.Filters.AddFilter("html_class", (input, _, _) => new StringValue(Slug.Of(input.ToStringValue())));
        options.Filters.AddFilter("markdownify", (input, _, _) => Html(markup.Markdown(input.ToStringValue())));
        options.Filters.AddFilter("sanitize_html", (input, _, _) => Html(markup.Sanitize(input.ToStringValue())));
        options.Filters.AddFilter("plain_text", (input, _, _) => new StringValue(HtmlFieldType.PlainText(input.ToStringValue())));
        options.Filters.AddFilter("display_text", (input, _, _) => new StringValue(Item(input)?.DisplayText ?? string.Empty));
        options.Filters.AddFilter("display_url", (input, _, _) => new StringValue("~/" + Item(input)?.Part<AutoroutePart>()?.Path));
        options.Filters.AddFilter("content_item_id", (input, _, _) => new StringValue(Item(input)?.ContentItemId ?? string.Empty));
        options.Filters.AddFilter("container", (_, _, context) => context.GetValue(Container));
        options.Filters.AddFilter("taxonomy_terms", async (input, _, context) => FluidValue.Create(Terms(await IdsAsync(input, context), context), context.Options));
        options.Filters.AddFilter("hour", (input, _, context) => input.TryGetDateTimeInput(context, out var at) ? new StringValue(at.UtcDateTime.Hour()) : NilValue.Instance);
        options.Filters.AddFilter("json", (input, _, _) => new StringValue(JsonSerializer.Serialize(input.ToObjectValue(), ContentItem.Json)));
    }

    private static StringValue Html(string html) => new(html, encode: false);

    private static ContentItem? Item(FluidValue input) => input.ToObjectValue() as ContentItem;

    // Orchard's filter takes a taxonomy field or its array of ids.
    private static async ValueTask<FluidValue> IdsAsync(FluidValue input, TemplateContext context) =>
        input.Type == FluidValues.Array ? input : await input.GetValueAsync("TermContentItemIds", context);

    private ContentItem[] Terms(FluidValue ids, TemplateContext context) =>
        [.. ids.Enumerate(context).Select(id => taxonomies.FindTerm(id.ToStringValue())?.Item).OfType<ContentItem>()];
}

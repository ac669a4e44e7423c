using System.Globalization;
using System.Text.Encodings.Web;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Pages;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace EssConsult.Kernel.Themes;

/// <summary>What every theme can call: render_body, render_section, head, slot; t, href, asset_url.</summary>
internal sealed class LayoutTags(IStringLocalizer localizer, Assets assets, IHttpContextAccessor http, IEnumerable<IZones> zones) : ILiquidExtension
{
    internal const string Html = "html";
    internal const string Body = "body";

    public void Extend(FluidParser parser, TemplateOptions options)
    {
        parser.RegisterEmptyTag("render_body", (writer, encoder, context) => Write(writer, encoder, Of<IHtmlContent>(context, Body)));
        parser.RegisterEmptyTag("head", (writer, encoder, context) => WriteHead(writer, encoder, Of<IHtmlHelper>(context, Html).ViewContext.HttpContext));
        parser.RegisterExpressionTag("slot", async (name, writer, encoder, context) =>
        {
            var html = Of<IHtmlHelper>(context, Html);
            var slot = (await name.EvaluateAsync(context)).ToStringValue();
            return await Write(writer, encoder, await html.SlotAsync(slot, context.GetValue("SlotModel").ToObjectValue()));
        });

        parser.Tag("render_section", WriteZoneAsync);

        options.Filters.AddFilter("t", (input, arguments, _) => new StringValue(Translate(input.ToStringValue(), arguments)));
        options.Filters.AddFilter("href", (input, _, _) => new StringValue(http.Href(input.ToStringValue())));
        options.Filters.AddFilter("asset_url", (input, _, _) => new StringValue(assets.Url(input.ToStringValue())));
        options.Filters.AddFilter("local_date", (input, arguments, _) => new StringValue(LocalDate(input, arguments.At(0).Or(new StringValue("d MMMM yyyy")).ToStringValue())));
    }

    /// <exception cref="RuleException">A content item or a mail is not a page.</exception>
    private static T Of<T>(TemplateContext context, string name) => context.AmbientValues.TryGetValue(name, out var value) ? (T)value
        : throw new RuleException("template.layout-tag", "Les balises render_body, head et slot n’ont leur place que dans la mise en page.");

    private string Translate(string sentence, FilterArguments arguments) =>
        arguments.Count == 0 ? localizer[sentence] : localizer[sentence, [.. arguments.Values.Select(value => value.ToObjectValue()!)]];

    private static string LocalDate(FluidValue input, string format) =>
        input.ToObjectValue() switch
        {
            DateTime utc => Clock.ToParis(utc).Written(CultureInfo.CurrentCulture, format),
            DateTimeOffset at => Clock.ToParis(at.UtcDateTime).Written(CultureInfo.CurrentCulture, format),
            string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var utc) =>
                Clock.ToParis(utc).Written(CultureInfo.CurrentCulture, format),
            _ => string.Empty,
        };

    private static ValueTask<Completion> Write(TextWriter writer, TextEncoder encoder, IHtmlContent content)
    {
        content.WriteTo(writer, (HtmlEncoder)encoder);
        return new ValueTask<Completion>(Completion.Normal);
    }

    // Templates of content that come from elsewhere may name a section too: theirs is no layout, and nothing stands there.
    private async ValueTask WriteZoneAsync(TagCall tag)
    {
        if (tag.Context.AmbientValues.TryGetValue(Html, out var html))
        {
            foreach (var filled in zones)
            {
                tag.Writer.Write(await filled.DrawAsync(tag.First, ((IHtmlHelper)html).ViewContext.HttpContext));
            }
        }
    }

    private ValueTask<Completion> WriteHead(TextWriter writer, TextEncoder encoder, HttpContext context)
    {
        var head = (PageHead)context.RequestServices.GetService(typeof(PageHead))!;
        void Line(string markup, params string[] values) => writer.WriteLine(string.Format(CultureInfo.InvariantCulture, markup, [.. values.Select(encoder.Encode)]));
        Line("<link rel=\"stylesheet\" href=\"{0}\">", assets.StyleSheet);
        if (head.Description is { } description)
        {
            Line("<meta name=\"description\" content=\"{0}\">", description);
        }

        if (head.Robots is { } robots)
        {
            Line("<meta name=\"robots\" content=\"{0}\">", robots);
        }

        if (head.Canonical is { } canonical)
        {
            Line("<link rel=\"canonical\" href=\"{0}\">", canonical);
        }

        foreach (var (title, url) in head.Feeds)
        {
            Line("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{0}\" href=\"{1}\">", title, url);
        }

        foreach (var script in head.Scripts)
        {
            Line("<script type=\"module\" src=\"{0}\"></script>", assets.Url(script));
        }

        return new ValueTask<Completion>(Completion.Normal);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Content.Items;
using EssConsult.Content.Recipes.Keeping;
using EssConsult.Content.Routing;
using EssConsult.Kernel.Themes;
using Fluid;
using Fluid.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Templating;

/// <summary>Orchard's filters (§5.2 of the formats) beyond those on one item (<see cref="ContentLiquid"/>). None tells a person's address, and none decrypts.</summary>
internal sealed class OrchardFilters(ITaxonomies taxonomies, Assets assets, KeptBook kept, IHttpContextAccessor http) : ILiquidExtension
{
    private const int MostListed = 100;
    private static readonly string[] Cultures = ["fr", "en"];

    public void Extend(FluidParser parser, TemplateOptions options)
    {
        Addresses(options);
        options.Filters.AddFilter("shape_build_display", async (input, arguments, context) =>
        {
            var displayType = (arguments["type"].IsNil() ? arguments.At(0) : arguments["type"]).ToStringValue();
            return Html(input.ToObjectValue() is ContentItem item ? await DrawnItems.OfAsync(http, item, displayType)
                : EmbeddedJson.ReadItem(input, context) is { } embedded ? await DrawnItems.OfAsync(http, embedded, displayType, context.GetValue("ContentItem").ToObjectValue() as ContentItem)
                : string.Empty);
        });
        options.Filters.AddFilter("utc", (input, _, context) => input.TryGetDateTimeInput(context, out var at) ? new DateTimeValue(at.ToUniversalTime()) : NilValue.Instance);
        options.Filters.AddFilter("local", (input, _, context) => input.TryGetDateTimeInput(context, out var at) ? new DateTimeValue(new DateTimeOffset(at.UtcDateTime.ToParis(), at.UtcDateTime.ToParis() - at.UtcDateTime)) : NilValue.Instance);
        options.Filters.AddFilter("jsonparse", (input, _, context) => Json(input.ToStringValue(), context.Options));
        options.Filters.AddFilter("transliterate", (input, _, _) => new StringValue(Slug.Of(input.ToStringValue()).Replace('-', ' ')));
        options.Filters.AddFilter("inherited_terms", (input, _, context) => Inherited(input.ToStringValue(), context));
        options.Filters.AddFilter("list_count", async (input, _, _) => NumberValue.Create(await ListAsync(input, rows => rows.CountAsync())));
        options.Filters.AddFilter("list_items", async (input, _, context) => FluidValue.Create(
            (await ListAsync(input, rows => rows.OrderBy(row => row.ListOrder).ThenByDescending(row => row.PublishedUtc).Take(MostListed).ToListAsync()) ?? []).Select(row => row.ToItem()).ToArray(), context.Options));
        options.Filters.AddFilter("has_permission", (_, arguments, _) => BooleanValue.Create(Person?.Can(arguments.At(0).ToStringValue()) ?? false));
        options.Filters.AddFilter("is_in_role", (_, arguments, _) => BooleanValue.Create(Person?.Roles.Contains(arguments.At(0).ToStringValue()) ?? false));
        options.Filters.AddFilter("has_claim", (_, _, _) => BooleanValue.False);
        options.Filters.AddFilter("user_id", (_, _, _) => new StringValue(Person?.Id ?? string.Empty));
        options.Filters.AddFilter("user_email", (_, _, _) => StringValue.Empty);
        options.Filters.AddFilter("supported_cultures", (_, _, context) => FluidValue.Create(Cultures, context.Options));
        options.Filters.AddFilter("console_log", (_, _, _) => NilValue.Instance);
    }

    private CurrentPerson? Person => http.HttpContext?.RequestServices.GetRequiredService<CurrentPerson>();

    private void Addresses(TemplateOptions options)
    {
        // A file of the theme; else a path of the media, as Orchard's templates mean.
        options.Filters.AddFilter("asset_url", (input, _, _) => new StringValue(assets.Has(input.ToStringValue()) ? assets.Url(input.ToStringValue()) : MediaUrl(input.ToStringValue())));
        options.Filters.AddFilter("resource_url", (input, _, _) => new StringValue(http.Href(input.ToStringValue())));
        options.Filters.AddFilter("append_version", (input, _, _) => input);
        options.Filters.AddFilter("resize_url", (input, arguments, _) =>
        {
            var url = input.ToStringValue();
            return new StringValue(Width(arguments) is > 0 and < 10_000 and var wide ? string.Create(CultureInfo.InvariantCulture, $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}width={(int)wide}") : url);
        });
        options.Filters.AddFilter("img_tag", (input, arguments, _) =>
            Html($"<img src=\"{System.Net.WebUtility.HtmlEncode(http.Href(input.ToStringValue()))}\" alt=\"{System.Net.WebUtility.HtmlEncode(arguments["alt"].ToStringValue())}\" loading=\"lazy\">"));
        options.Filters.AddFilter("switch_culture_url", (input, arguments, _) => new StringValue(http.HttpContext is { } context ? Language.Alternate(context.Request) ?? string.Empty : string.Empty));
    }

    /// <summary>Given, or that of a profile which a recipe named (<c>MediaProfiles</c>).</summary>
    private decimal Width(FilterArguments arguments) => arguments["profile"].ToStringValue() is { Length: > 0 } profile
        ? kept.Of(KeptSteps.MediaProfiles).GetValueOrDefault(profile)?["Width"] is { } width && decimal.TryParse(width.ToString(), CultureInfo.InvariantCulture, out var wide) ? wide : 0
        : (arguments["width"].IsNil() ? arguments.At(0) : arguments["width"]).ToNumberValue();

    /// <summary>A path of the media, with or without a slash before it; an address is left as it is.</summary>
    private string MediaUrl(string path)
    {
        var root = http.HttpContext?.Request.PathBase.Value + "/media/";
        if (path.Length == 0 || path.StartsWith(root, StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal) || path.Contains("://", StringComparison.Ordinal))
        {
            return path;
        }

        var query = path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? path[mark..] : string.Empty;
        return path.StartsWith("~/", StringComparison.Ordinal) ? http.Href(path)
            : root + string.Join('/', path[..^query.Length].TrimStart('/').Split('/').Select(Uri.EscapeDataString)) + query;
    }

    private static StringValue Html(string html) => new(html, encode: false);

    private static FluidValue Json(string text, TemplateOptions options)
    {
        try
        {
            return FluidValue.Create(JsonNode.Parse(text), options);
        }
        catch (System.Text.Json.JsonException)
        {
            return NilValue.Instance;
        }
    }

    private FluidValue Inherited(string termId, TemplateContext context)
    {
        var line = new List<ContentItem>();
        for (var term = taxonomies.FindTerm(termId); term is not null && line.Count < 20; term = term.ParentId is { } parent ? taxonomies.FindTerm(parent) : null)
        {
            line.Add(term.Item);
        }

        return FluidValue.Create(line.ToArray(), context.Options);
    }

    private async Task<T?> ListAsync<T>(FluidValue input, Func<IQueryable<ContentRow>, Task<T>> read)
    {
        var id = input.ToObjectValue() is ContentItem item ? item.ContentItemId : input.ToStringValue();
        return http.HttpContext is { } context ? await read(context.RequestServices.GetRequiredService<SiteDb>().Set<ContentRow>().AsNoTracking().Where(row => row.Published && row.ListContentItemId == id)) : default;
    }
}

using System.Globalization;
using EssConsult.Kernel.Themes;
using Fluid;
using Fluid.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Templating;

/// <summary>Of the shapes that a template makes, those that are words: a date, a span of time, the page's title.</summary>
internal static class ShapeWords
{
    /// <returns>Null for any other shape.</returns>
    public static FluidValue? Read(IHttpContextAccessor http, string type, FilterArguments arguments, TemplateContext context) => type.ToUpperInvariant() switch
    {
        "PAGETITLE" => new StringValue(http.HttpContext?.RequestServices.GetRequiredService<PageHead>().Title ?? string.Empty),
        "DATETIME" or "TIMESPAN" => (arguments["utc"].IsNil() ? arguments["Utc"] : arguments["utc"]).TryGetDateTimeInput(context, out var at)
            ? new StringValue(at.UtcDateTime.ToParis().Written(CultureInfo.CurrentCulture, Format(arguments["format"])))
            : StringValue.Empty,
        _ => null,
    };

    private static string Format(FluidValue given) => given.ToStringValue() is { Length: > 0 and < 40 } format && !format.Contains('%', StringComparison.Ordinal) ? format : "d MMMM yyyy";
}

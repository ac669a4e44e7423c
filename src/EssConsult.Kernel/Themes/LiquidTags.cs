using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Kernel.Themes;

/// <summary>A tag as a template wrote it: <c>{% style name: "x", at: "Head" %}</c>.</summary>
/// <param name="Plain">Arguments without a name, evaluated, in their order.</param>
/// <param name="Named">The others; names as they were written, found in any case.</param>
/// <param name="Writer">Where the page is written; bounded.</param>
/// <param name="Encoder">Makes values harmless there.</param>
/// <param name="Context">What the template sees.</param>
public sealed record TagCall(IReadOnlyList<FluidValue> Plain, IReadOnlyDictionary<string, FluidValue> Named, TextWriter Writer, TextEncoder Encoder, TemplateContext Context)
{
    /// <summary>An argument as text; null where it is missing.</summary>
    public string? Text(string name) => Named.GetValueOrDefault(name)?.ToStringValue();

    /// <summary>The first argument without a name; empty where there is none.</summary>
    public string First => Plain.Count > 0 ? Plain[0].ToStringValue() : string.Empty;
}

public static class LiquidAddresses
{
    /// <summary>The address of a link: <c>~/</c> is the site's root, wherever it is mounted.</summary>
    public static string Href(this IHttpContextAccessor http, string url) => url.StartsWith("~/", StringComparison.Ordinal) ? http.HttpContext?.Request.PathBase.Value + url[1..] : url;
}

/// <summary>Tags that modules add, with arguments in Orchard's manner: by commas, named or not.</summary>
public static class LiquidTags
{
    public static void Tag(this FluidParser parser, string name, Func<TagCall, ValueTask> render) => ((LiquidParser)parser).Tag(name, render);

    /// <summary>A tag around a piece of template, which <paramref name="render"/> writes where it wants, or not.</summary>
    public static void Block(this FluidParser parser, string name, Func<TagCall, Func<ValueTask>, ValueTask> render) => ((LiquidParser)parser).Block(name, render);

    /// <summary>Tags that mean something to Orchard's own rendering and nothing here: whatever stands in them is passed by.</summary>
    public static void PassBy(this FluidParser parser, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            ((LiquidParser)parser).PassBy(name);
        }
    }
}

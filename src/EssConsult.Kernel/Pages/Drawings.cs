using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Pages;

/// <summary>
/// The HTML of values that requests share: drawn for the first reader of a language, taken by the others. It belongs to the value
/// itself; a change gives readers another value (<see cref="SharedReads"/>), which is drawn anew.
/// </summary>
public sealed class Drawings : IDisposable
{
    /// <summary>Some 20 MB.</summary>
    private const int MostCharacters = 10_000_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public void Dispose() => entries.Dispose();

    internal IHtmlContent? Find(Key key) => entries.Get<IHtmlContent>(key);

    internal IHtmlContent Keep(Key key, string html) =>
        entries.Set(key, new HtmlString(html), new MemoryCacheEntryOptions { Size = html.Length, SlidingExpiration = Kept });

    /// <summary>The value is known by being the same object, whatever it says of its equality.</summary>
    internal sealed record Key(object Value, string Partial, string Variant, string Language, string Base)
    {
        public bool Equals(Key? other) => other is not null && ReferenceEquals(Value, other.Value)
            && (Partial, Variant, Language, Base) == (other.Partial, other.Variant, other.Language, other.Base);

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Value), Partial, Variant, Language, Base);
    }
}

public static class DrawingExtensions
{
    /// <summary>
    /// Draws a partial once for all who see it alike in their language:
    /// <c>@await Html.DrawnOnceAsync("/Features/…/_Comments.cshtml", list, list.Comments, variant: "open")</c>.
    /// Nothing that depends on who asks, on the hour or on the page around it may be in it.
    /// </summary>
    /// <param name="value">What the partial draws, as <see cref="SharedReads"/> gave it.</param>
    /// <param name="variant">Whatever else the partial's words depend on.</param>
    public static async Task<IHtmlContent> DrawnOnceAsync(this IHtmlHelper html, string partial, object model, object value, string variant)
    {
        var context = html.ViewContext.HttpContext;
        var drawings = context.RequestServices.GetRequiredService<Drawings>();
        var key = new Drawings.Key(value, partial, variant, CultureInfo.CurrentUICulture.Name, context.Request.PathBase);
        if (drawings.Find(key) is { } known)
        {
            return known;
        }

        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        (await html.PartialAsync(partial, model, viewData: null)).WriteTo(writer, context.RequestServices.GetRequiredService<HtmlEncoder>());
        return drawings.Keep(key, writer.ToString());
    }
}

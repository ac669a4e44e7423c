using System.Collections.Concurrent;
using System.Globalization;
using EssConsult.Kernel.Modules;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace EssConsult.Kernel.Pages;

/// <summary>A piece that one module shows on another module's page, or in the layout, at a named place.</summary>
public interface ISlot
{
    int Order => 0;

    /// <param name="model">What the page offers to this slot: usually the id of the content item; null in the layout.</param>
    /// <returns>The partial's absolute path and its model; null shows nothing.</returns>
    ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct);
}

public sealed record SlotView(string Partial, object? Model)
{
    /// <summary>A line of a menu. It is drawn as it is: finding a view and its helpers for one link costs more than the link, on every page.</summary>
    /// <param name="path">From the site's root.</param>
    /// <param name="words">French, a key of the translations.</param>
    /// <param name="count">Shown behind the words when there is something new.</param>
    public static SlotView Line(string path, string words, int count = 0) => new(string.Empty, new MenuLine(path, words, count));

    /// <summary>A piece that stands on every page, drawn by the slot itself for the same reason.</summary>
    public static SlotView Drawn(IHtmlContent piece) => new(string.Empty, piece);

    internal sealed record MenuLine(string Path, string Words, int Count);
}

public static class SlotRegistration
{
    /// <param name="name">The place; a page makes the pieces of its own places only.</param>
    public static IServiceCollection AddSlot<TSlot>(this IServiceCollection services, string name)
        where TSlot : class, ISlot => services.AddKeyedScoped<ISlot, TSlot>(name);
}

public static class SlotRendering
{
    // Reading an assembly's name costs more than most slots.
    private static readonly ConcurrentDictionary<Type, string> Modules = new();

    /// <summary>Renders every module's piece for the slot, in order: <c>@await Html.SlotAsync("contribution-aside", item.Id)</c>.</summary>
    public static async Task<IHtmlContent> SlotAsync(this IHtmlHelper html, string name, object? model = null)
    {
        var context = html.ViewContext.HttpContext;
        var features = context.RequestServices.GetRequiredService<FeatureSwitch>();
        var content = new HtmlContentBuilder();
        var slots = context.RequestServices.GetKeyedServices<ISlot>(name)
            .Where(slot => features.IsEnabled(ModuleOf(slot.GetType())))
            .OrderBy(slot => slot.Order);
        foreach (var slot in slots)
        {
            if (await slot.ShowAsync(model, context.RequestAborted) is { } view)
            {
                content.AppendHtml(view switch
                {
                    { Model: SlotView.MenuLine line } => Drawn(line, context),
                    { Partial: "", Model: IHtmlContent piece } => piece,
                    _ => await html.PartialAsync(view.Partial, view.Model, viewData: null),
                });
            }
        }

        return content;
    }

    private static IHtmlContent Drawn(SlotView.MenuLine line, HttpContext context)
    {
        var link = new HtmlContentBuilder().AppendHtml("<li><a href=\"").Append(context.Request.PathBase + line.Path).AppendHtml("\">")
            .Append(context.RequestServices.GetRequiredService<IStringLocalizer>()[line.Words].Value);
        return line.Count > 0
            ? link.AppendHtml(" <span class=\"count\">").Append(line.Count.ToString(CultureInfo.CurrentCulture)).AppendHtml("</span></a></li>")
            : link.AppendHtml("</a></li>");
    }

    private static string ModuleOf(Type slot) => Modules.GetOrAdd(slot, type => type.Assembly.GetName().Name!);
}

using System.Collections.Concurrent;
using EssConsult.Kernel.Modules;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Kernel.Pages;

/// <summary>A piece that one module shows on another module's page, or in the layout, at a named place.</summary>
public interface ISlot
{
    int Order => 0;

    /// <param name="model">What the page offers to this slot: usually the id of the content item; null in the layout.</param>
    /// <returns>The partial's absolute path and its model; null shows nothing.</returns>
    ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct);
}

public sealed record SlotView(string Partial, object? Model);

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
                content.AppendHtml(await html.PartialAsync(view.Partial, view.Model, viewData: null));
            }
        }

        return content;
    }

    private static string ModuleOf(Type slot) => Modules.GetOrAdd(slot, type => type.Assembly.GetName().Name!);
}

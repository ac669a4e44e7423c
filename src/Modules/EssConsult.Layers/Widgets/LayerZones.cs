using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Layers.Widgets;

/// <summary>Asked for each zone of each page: a look into a dictionary where nothing stands.</summary>
internal sealed class LayerZones(LayerBook book, FeatureSwitch features) : IZones
{
    public ValueTask<string?> DrawAsync(string zone, HttpContext context) =>
        book.In(zone) is { Count: > 0 } widgets && features.IsEnabled(Manifest.Module.Id) && !context.Request.Path.StartsWithSegments("/admin", StringComparison.Ordinal)
            ? new(context.RequestServices.GetRequiredService<ZoneDrawing>().DrawAsync(zone, widgets, context))
            : default;
}

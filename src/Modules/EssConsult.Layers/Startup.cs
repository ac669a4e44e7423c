using EssConsult.Layers.Features;
using EssConsult.Layers.Recipes;
using EssConsult.Layers.Rules;
using EssConsult.Layers.Widgets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Layers;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Layers.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddFollower<LayerBook>().AddSingleton<IEvictsPages, LayerEviction>().AddScoped<IAtStart, LayersAtStart>();
        services.AddSingleton<IZones, LayerZones>().AddScoped<ZoneDrawing>().AddSingleton<Faults>();
        services.AddScoped<IRecipeStep, LayersStep>().AddScoped<IRecipeExport, LayersExport>();
        services.AddSingleton<ThemeZones>().AddScoped<WidgetTypes>().AddScoped<ListZones>().AddScoped<PlaceWidget>().AddScoped<SaveLayer>().AddScoped<RuleWords>();
    }

    public void MapTables(ModelBuilder model) => LayerTables.Map(model);
}

using EssConsult.Kernel;

namespace EssConsult.Layers;

public static class LayersRegistration
{
    public static SiteBuilder AddLayers(this SiteBuilder site) => site.Add(new Startup());
}

using EssConsult.Kernel;

namespace EssConsult.Content;

public static class ContentRegistration
{
    public static SiteBuilder AddContent(this SiteBuilder site) => site.Add(new Startup());
}

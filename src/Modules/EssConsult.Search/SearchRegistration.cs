using EssConsult.Kernel;

namespace EssConsult.Search;

public static class SearchRegistration
{
    public static SiteBuilder AddSearch(this SiteBuilder site) => site.Add(new Startup());
}

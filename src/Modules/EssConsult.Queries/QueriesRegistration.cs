using EssConsult.Kernel;

namespace EssConsult.Queries;

public static class QueriesRegistration
{
    public static SiteBuilder AddQueries(this SiteBuilder site) => site.Add(new Startup());
}

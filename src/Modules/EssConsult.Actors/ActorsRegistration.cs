using EssConsult.Kernel;

namespace EssConsult.Actors;

public static class ActorsRegistration
{
    public static SiteBuilder AddActors(this SiteBuilder site) => site.Add(new Startup());
}

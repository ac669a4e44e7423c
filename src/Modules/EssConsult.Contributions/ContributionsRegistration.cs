using EssConsult.Kernel;

namespace EssConsult.Contributions;

public static class ContributionsRegistration
{
    public static SiteBuilder AddContributions(this SiteBuilder site) => site.Add(new Startup());
}

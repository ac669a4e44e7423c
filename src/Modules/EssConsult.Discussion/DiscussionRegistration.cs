using EssConsult.Kernel;

namespace EssConsult.Discussion;

public static class DiscussionRegistration
{
    public static SiteBuilder AddDiscussion(this SiteBuilder site) => site.Add(new Startup());
}

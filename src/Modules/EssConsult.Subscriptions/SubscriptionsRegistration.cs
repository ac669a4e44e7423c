using EssConsult.Kernel;

namespace EssConsult.Subscriptions;

public static class SubscriptionsRegistration
{
    public static SiteBuilder AddSubscriptions(this SiteBuilder site) => site.Add(new Startup());
}

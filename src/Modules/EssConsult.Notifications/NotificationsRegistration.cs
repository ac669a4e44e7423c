using EssConsult.Kernel;

namespace EssConsult.Notifications;

public static class NotificationsRegistration
{
    public static SiteBuilder AddNotifications(this SiteBuilder site) => site.Add(new Startup());
}

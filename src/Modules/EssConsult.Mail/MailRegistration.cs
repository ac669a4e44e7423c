using EssConsult.Kernel;

namespace EssConsult.Mail;

public static class MailRegistration
{
    public static SiteBuilder AddMail(this SiteBuilder site) => site.Add(new Startup());
}

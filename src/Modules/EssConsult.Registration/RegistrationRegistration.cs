using EssConsult.Kernel;

namespace EssConsult.Registration;

public static class RegistrationRegistration
{
    public static SiteBuilder AddRegistration(this SiteBuilder site) => site.Add(new Startup());
}

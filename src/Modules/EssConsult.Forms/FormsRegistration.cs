using EssConsult.Kernel;

namespace EssConsult.Forms;

public static class FormsRegistration
{
    public static SiteBuilder AddForms(this SiteBuilder site) => site.Add(new Startup());
}

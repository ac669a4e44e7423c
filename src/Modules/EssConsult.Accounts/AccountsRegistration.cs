using EssConsult.Kernel;

namespace EssConsult.Accounts;

public static class AccountsRegistration
{
    public static SiteBuilder AddAccounts(this SiteBuilder site) => site.Add(new Startup());
}

using EssConsult.Kernel;

namespace EssConsult.Prize;

public static class PrizeRegistration
{
    public static SiteBuilder AddPrize(this SiteBuilder site) => site.Add(new Startup());
}

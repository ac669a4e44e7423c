using EssConsult.Kernel;

namespace EssConsult.Voting;

public static class VotingRegistration
{
    public static SiteBuilder AddVoting(this SiteBuilder site) => site.Add(new Startup());
}

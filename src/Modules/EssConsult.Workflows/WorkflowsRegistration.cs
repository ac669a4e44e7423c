using EssConsult.Kernel;

namespace EssConsult.Workflows;

public static class WorkflowsRegistration
{
    public static SiteBuilder AddWorkflows(this SiteBuilder site) => site.Add(new Startup());
}

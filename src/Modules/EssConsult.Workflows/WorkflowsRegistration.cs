using EssConsult.Kernel;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows;

public static class WorkflowsRegistration
{
    public static SiteBuilder AddWorkflows(this SiteBuilder site) => site.Add(new Startup());

    /// <summary>Gives circuits an activity; it is made anew for each run.</summary>
    public static IServiceCollection AddActivity<TActivity>(this IServiceCollection services)
        where TActivity : class, IDescribedActivity => services.AddSingleton(new ActivityKind(TActivity.Description, provider => ActivatorUtilities.CreateInstance<TActivity>(provider)));

    /// <summary>Gives circuits an event of which nothing has to be asked: whoever calls <see cref="IWorkflows.TriggerAsync"/> decides that it happened.</summary>
    public static IServiceCollection AddWorkflowEvent(this IServiceCollection services, ActivityDescription description) =>
        services.AddSingleton(new ActivityKind(description with { IsEvent = true }, _ => new EventActivity()));

    /// <summary>As <see cref="AddWorkflowEvent(IServiceCollection, ActivityDescription)"/>, with a class that looks at the settings; several events may share one.</summary>
    public static IServiceCollection AddWorkflowEvent<TActivity>(this IServiceCollection services, ActivityDescription description)
        where TActivity : class, IActivity => services.AddSingleton(new ActivityKind(description with { IsEvent = true }, provider => ActivatorUtilities.CreateInstance<TActivity>(provider)));
}

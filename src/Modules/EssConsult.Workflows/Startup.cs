using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Recipes;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Storage;
using EssConsult.Workflows.Triggers;
using EssConsult.Content.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Workflows.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<WorkflowTypes>().AddScoped<WorkflowRuns>().AddScoped<WorkflowQueue>().AddScoped<Runner>().AddScoped<ActivityCatalog>();
        services.AddScoped<IActivity, IfElseTask>().AddScoped<IActivity, WhileLoopTask>().AddScoped<IActivity, ForLoopTask>().AddScoped<IActivity, ForEachTask>();
        services.AddScoped<IActivity, ForkTask>().AddScoped<IActivity, JoinTask>().AddScoped<IActivity, ScriptTask>().AddScoped<IActivity, LiquidTask>();
        services.AddScoped<IActivity, SetPropertyTask>().AddScoped<IActivity, SetOutputTask>().AddScoped<IActivity, CorrelateTask>().AddScoped<IActivity, LogTask>();
        services.AddScoped<IActivity, ContentDraftSavedEvent>().AddScoped<IActivity, ContentPublishedEvent>().AddScoped<IActivity, ContentUnpublishedEvent>().AddScoped<IActivity, ContentDeletedEvent>();
        services.AddScoped<RunContents>().AddScoped<IActivity, PublishContentTask>().AddScoped<IActivity, UnpublishContentTask>().AddScoped<IActivity, DeleteContentTask>().AddScoped<IActivity, RetrieveContentTask>();
        services.AddFollower<WorkflowBook>().AddSingleton<IAtStart>(provider => provider.GetRequiredService<WorkflowBook>()).AddFollower<WorkflowSignal>().AddHandler<ContentTriggers>();
        services.AddSingleton<WorkflowWorker>().AddHostedService(provider => provider.GetRequiredService<WorkflowWorker>());
        services.AddRecurringJob<WorkflowPurge>(TimeSpan.FromHours(12));
        services.AddScoped<IRecipeStep, WorkflowTypeStep>().AddScoped<IRecipeExport, WorkflowTypeExport>();
    }

    public void MapTables(ModelBuilder model) => WorkflowTables.Map(model);
}

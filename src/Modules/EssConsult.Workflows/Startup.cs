using EssConsult.Content.Contracts;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Checking;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Editing;
using EssConsult.Workflows.Features;
using EssConsult.Workflows.Messages;
using EssConsult.Workflows.Recipes;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Settings;
using EssConsult.Workflows.Simulation;
using EssConsult.Workflows.Storage;
using EssConsult.Workflows.Time;
using EssConsult.Workflows.Triggers;
using EssConsult.Workflows.UserTasks;
using EssConsult.Workflows.Web;
using EssConsult.Kernel.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Workflows.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<WorkflowTypes>().AddScoped<WorkflowRuns>().AddScoped<RunSubjects>().AddScoped<Runner>().AddScoped<ActivityCatalog>().AddSingleton<ActivityKinds>();
        services.AddScoped<WorkflowQueue>().AddScoped<IWorkflows>(provider => provider.GetRequiredService<WorkflowQueue>());
        services.AddFollower<WorkflowBook>().AddSingleton<IAtStart>(provider => provider.GetRequiredService<WorkflowBook>()).AddFollower<WorkflowSignal>();
        services.AddScoped<WorkflowIntake>().AddScoped<WorkflowTurn>().AddSingleton<RunPace>().AddHostedService<WorkflowWorker>();
        services.AddHandler<ContentTriggers>().AddHandler<PeopleTriggers>();
        services.AddScoped<UserTaskDesk>().AddScoped<IUserTasks>(provider => provider.GetRequiredService<UserTaskDesk>()).AddWaiting<WaitingUserTasks>();
        services.AddScoped<RunTitles>().AddScoped<RunDesk>();
        AddWeb(services);
        services.AddScoped<CircuitCheck>().AddScoped<SettingCheck>().AddScoped<CircuitDrafts>();
        services.AddScoped<Simulator>().AddScoped<StepTrial>().AddScoped<OutwardAnswers>().AddScoped<IEventSamples, ContentSamples>();
        services.AddScoped<CircuitMail>().AddScoped<MailPreview>().AddSingleton<OutwardHttp>();
        services.AddScoped<RunRetention>().AddRecurringJob<WorkflowPurge>(TimeSpan.FromHours(12));
        services.AddScoped<IRecipeStep, WorkflowTypeStep>().AddScoped<IRecipeExport, WorkflowTypeExport>().AddSingleton<IRecipeGlobals, RecipeTokens>();
        AddActivities(services);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        InvokeEndpoint.Map(endpoints);
        BoardEndpoint.Map(endpoints);
    }

    public void MapTables(ModelBuilder model) => WorkflowTables.Map(model);

    private static void AddWeb(IServiceCollection services)
    {
        services.AddScoped<WorkflowRequest>().AddSingleton<WorkflowLinks>().AddScoped<IRunGlobals, WebGlobals>().AddScoped<IRunGlobals, ContentMethods>().AddScoped<IRunGlobals, BroughtGlobals>().AddSingleton<ILiquidExtension, LinkFilters>();
        services.AddScoped<InvokeEndpoint>().AddScoped<DirectRun>().AddScoped<IFormWorkflows, FormWorkflows>().AddSingleton<IFormEntrances, FormEntrances>().Configure<RateLimiterOptions>(InvokeLimit.Add);
        services.AddSlot<FormFeedbackSlot>("banner").Configure<CookieTempDataProviderOptions>(kept => kept.Cookie.Name = FormFeedback.Cookie);
        services.AddSingleton<RequestFilter>().Configure<MvcOptions>(mvc => mvc.Filters.AddService<RequestFilter>());
    }

    private static void AddActivities(IServiceCollection services)
    {
        services.AddActivity<IfElseTask>().AddActivity<WhileLoopTask>().AddActivity<ForLoopTask>().AddActivity<ForEachTask>();
        services.AddActivity<ForkTask>().AddActivity<JoinTask>().AddActivity<ScriptTask>().AddActivity<LiquidTask>();
        services.AddActivity<SetPropertyTask>().AddActivity<SetOutputTask>().AddActivity<CorrelateTask>().AddActivity<LogTask>().AddActivity<CommitTransactionTask>();
        services.AddActivity<TimerEvent>().AddActivity<EssWaitTask>().AddActivity<SignalEvent>().AddActivity<UserTaskEvent>().AddActivity<WorkflowFaultEvent>();
        services.AddActivity<CreateContentTask>().AddActivity<UpdateContentTask>().AddActivity<RetrieveContentTask>();
        services.AddActivity<PublishContentTask>().AddActivity<UnpublishContentTask>().AddActivity<DeleteContentTask>();
        services.AddActivity<EmailTask>().AddActivity<SmsTask>().AddActivity<NotifyUserTask>().AddActivity<NotifyContentOwnerTask>().AddActivity<EssRemindTask>().AddActivity<EssNotifyRoleTask>().AddActivity<EssNotifyFollowersTask>().AddActivity<EssNotifyOrganisationTask>();
        services.AddScoped<ICircuitPeople, CircuitPeople>().AddScoped<CircuitNews>().AddSingleton(CircuitNews.ToPerson).AddSingleton(CircuitNews.ToRole).AddSingleton(CircuitNews.ToFollowers).AddSingleton(CircuitNews.ToOrganisation);
        services.AddActivity<AssignUserRoleTask>().AddActivity<UnassignUserRoleTask>().AddActivity<GetUsersByRoleTask>().AddActivity<HttpRequestTask>();
        services.AddActivity<HttpRequestEvent>().AddActivity<HttpRequestFilterEvent>().AddActivity<HttpRedirectTask>().AddActivity<HttpRedirectToFormLocationTask>().AddActivity<HttpResponseTask>().AddActivity<NotifyTask>();
        services.AddActivity<BindModelStateTask>().AddActivity<ValidateFormFieldTask>().AddActivity<ValidateFormTask>().AddActivity<AddModelValidationErrorTask>();
        services.AddActivity<ValidateAntiforgeryTokenTask>().AddActivity<ValidateReCaptchaTask>().AddActivity<ValidateUserTask>().AddActivity<RegisterUserTask>();
        foreach (var description in ContentEvent.Descriptions)
        {
            services.AddWorkflowEvent<ContentEvent>(description);
        }

        foreach (var description in PeopleTriggers.Descriptions)
        {
            services.AddWorkflowEvent(description);
        }
    }
}

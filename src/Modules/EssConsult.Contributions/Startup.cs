using EssConsult.Accounts.Contracts;
using EssConsult.Contributions.Circuits;
using EssConsult.Contributions.Import;
using EssConsult.Discussion.Contracts;
using EssConsult.Notifications.Contracts;
using EssConsult.Workflows;
using EssConsult.Workflows.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Contributions;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Contributions.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddFollower<ProcessBook>();
        services.AddSingleton<IProcesses>(provider => provider.GetRequiredService<ProcessBook>());
        services.AddSingleton<IAtStart>(provider => provider.GetRequiredService<ProcessBook>());
        services.AddScoped<IContentHandler, ContributionProjection>().AddScoped<IContentHandler, ProcessRules>();
        services.AddScoped<ContributionWriting>().AddScoped<Signing>().AddScoped<MyContributions>().AddScoped<ContributionList>().AddScoped<ContributionReading>().AddScoped<ContributionCards>();
        services.AddScoped<IClaimDrafts, DraftClaims>().AddScoped<IDiscussionRules, ContributionDiscussion>().AddScoped<IPersonalData, PersonalContributions>();
        services.AddSingleton<IEvictsPages, ContributionEviction>();
        services.AddScoped<CircuitModeration>().AddSingleton<IUserTaskPlace, ModerationPlace>().AddScoped<IEventSamples, ContributionSamples>().AddHandler<ContributionTriggers>().AddActivity<EssPublishContributionTask>().AddActivity<EssRefuseContributionTask>().AddActivity<EssAssignFacilitatorTask>();
        services.AddScoped<IOrganisations, SigningOrganisations>().AddScoped<IEventSamples, PhaseSamples>().AddActivity<EssSetPhaseTask>().AddRecurringJob<PhaseWatch>(TimeSpan.FromMinutes(1));
        AddEvents(services);
        services.AddScoped<ContributionModeration>().AddScoped<Facilitators>().AddScoped<ModerationQueue>().AddScoped<Answering>().AddHandler<AuthorMails>().AddHandler<AuthorNames>().AddHandler<FollowerNews>();
        services.AddScoped<IAudience, ProcessParticipants>().AddScoped<IAudience, ProcessFollowers>();
        services.AddSingleton(Facilitators.Entrusted).AddSingleton(FollowerNews.Answer).AddSingleton(FollowerNews.Version);
        services.AddSlot<Features.Read.FedBySlot>("content-item").AddWaiting<WaitingModeration>().AddWaiting<WaitingAnswers>();
        services.AddSlot<Features.Read.ActorSlot>("actor-page").AddSlot<Features.Mine.MineMenu>("account-menu");
        services.AddScoped<DemoRemoval>().AddSlot<Features.Demo.DemoNotice>("admin-notice").AddSlot<Features.Demo.DemoNotice>("admin-settings");
        services.AddScoped<IRecipeStep, AnswersStep>().AddScoped<IRecipeStep, ModerationStep>();
        services.AddRecurringJob<DraftPurge>(TimeSpan.FromHours(12));
        services.AddScoped<DecidimImport>().AddScoped<ISiteCommand, DecidimCommand>();
        services.AddScoped<OpenContributions>().AddScoped<ContributionFeed>();
    }

    private static void AddEvents(IServiceCollection services)
    {
        foreach (var description in ContributionEvent.Descriptions)
        {
            services.AddWorkflowEvent<ContributionEvent>(description);
        }

        foreach (var description in PhaseEvent.Descriptions)
        {
            services.AddWorkflowEvent<PhaseEvent>(description);
        }
    }

    public void MapTables(ModelBuilder model) => ContributionsTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapOpenData();
}

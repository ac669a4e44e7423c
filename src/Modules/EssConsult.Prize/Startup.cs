using EssConsult.Accounts.Contracts;
using EssConsult.Contributions.Contracts;
using EssConsult.Prize.Circuits;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Features.Admin;
using EssConsult.Prize.Features.Editions;
using EssConsult.Prize.Features.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Post;
using EssConsult.Prize.Privacy;
using EssConsult.Prize.Recipes;
using EssConsult.Prize.Results;
using EssConsult.Prize.Scoring;
using EssConsult.Prize.Sittings;
using EssConsult.Workflows;
using EssConsult.Workflows.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Prize;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => EssConsult.Prize.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IAtStart, PrizeTypes>().AddScoped<IPartForm, PrizePartForm>().AddScoped<IContentHandler, EditionProjection>().AddScoped<EditionVerbs>().AddScoped<EditionCopy>().AddSingleton<IEvictsPages, EditionEviction>();
        services.AddSlot<EditionSlot>("content-item").AddSlot<MyEntriesMenu>("account-menu");
        services.AddSingleton<IFieldSettings, QuestionSettings>().AddScoped<EntryQuestions>().AddScoped<EntryVerbs>().AddScoped<IPrizeEntries, PrizeEntries>().AddScoped<EntryFiles>();
        services.AddSingleton<CoApplicantLinks>().AddScoped<CoApplicantVerbs>().AddHandler<RecuseCoApplicants>().AddScoped<LateCodeVerbs>().AddScoped<AppealVerbs>();
        services.AddSingleton<JuryLinks>().AddScoped<JuryVerbs>().AddScoped<Readings>().AddScoped<ConflictDetection>().AddScoped<HintSearch>().AddHandler<DetectConflicts>();
        services.AddScoped<JurorSpace>().AddScoped<ScoringVerbs>().AddRecurringJob<ScoringClosing>(TimeSpan.FromMinutes(1));
        services.AddRecurringJob<JurorReminders>(TimeSpan.FromMinutes(10));
        services.AddScoped<SittingVerbs>().AddScoped<VoteVerbs>().AddScoped<RoomReader>();
        services.AddScoped<IRecipeStep, PrizeStep>().AddScoped<IDemoPiece, DemoPrizes>().AddScoped<IPersonalData, PrizeData>().AddScoped<IAddressData, PrizeAddressData>().AddRecurringJob<EditionRetention>(TimeSpan.FromDays(1));
        AddCircuits(services);
        services.AddScoped<IPublicVotes, Public.PublicVotes>();
        services.AddScoped<RankingBook>().AddScoped<EditionExport>().AddHandler<PrizeMails>();
    }

    private static void AddCircuits(IServiceCollection services)
    {
        foreach (var description in PrizeEvent.Descriptions)
        {
            services.AddWorkflowEvent<PrizeEvent>(description);
        }

        services.AddHandler<PrizeTriggers>().AddScoped<IEventSamples, PrizeSamples>();
    }

    public void MapTables(ModelBuilder model) => PrizeTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        RecordFile.Map(endpoints);
        EntryFileEndpoints.Map(endpoints);
        EntryCopy.Map(endpoints);
        AwardCertificate.Map(endpoints);
    }
}

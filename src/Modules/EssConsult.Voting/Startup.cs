using EssConsult.Accounts.Contracts;
using EssConsult.Contributions.Contracts;
using EssConsult.Mail.Contracts;
using EssConsult.Kernel.Admin;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Circuits;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Desk;
using EssConsult.Voting.Electorates;
using EssConsult.Voting.Features.Prizes;
using EssConsult.Voting.Features.PublicVotes;
using EssConsult.Voting.Features.Votes;
using EssConsult.Voting.Paper;
using EssConsult.Voting.Post;
using EssConsult.Voting.Privacy;
using EssConsult.Voting.Prizes;
using EssConsult.Voting.PublicVote;
using EssConsult.Voting.Quarantine;
using EssConsult.Voting.Recipes;
using EssConsult.Voting.Room;
using EssConsult.Voting.Secrecy;
using EssConsult.Workflows;
using EssConsult.Workflows.Contracts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Voting;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => EssConsult.Voting.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<BallotVerbs>().AddScoped<OptionSources>().AddRecurringJob<BallotClock>(TimeSpan.FromMinutes(1));
        services.AddScoped<Eligibility>().AddScoped<RollImport>();
        services.AddSingleton<IBallotSealing, DoubleEnvelope>().AddScoped<CastVote>().AddScoped<VotedMarks>();
        services.AddScoped<IPartForm, BallotPartForm>().AddScoped<IContentHandler, BallotProjection>();
        services.AddSlot<BallotSlot>("content-item").AddSlot<HomeVote>("home-action").AddSingleton<IEvictsPages, BallotEviction>();
        services.AddHandler<BallotMails>().AddScoped<IPersonalData, VoteData>().AddScoped<IAddressData, RollData>();
        services.AddScoped<IRecipeStep, VotesStep>().AddScoped<IDemoPiece, DemoBallots>();
        foreach (var description in BallotEvent.Descriptions)
        {
            services.AddWorkflowEvent<BallotEvent>(description);
        }

        services.AddHandler<BallotTriggers>().AddScoped<IEventSamples, BallotTriggers>();
        services.AddScoped<DeskVoters>().AddScoped<SignOff>().AddScoped<PaperBatches>().AddScoped<BoxBatches>();
        services.AddScoped<PutToVote>().AddHandler<MinutesOfVotes>().AddScoped<TicketVoteSlot>();
        services.AddSlot<EventVotesSlot>("content-item").AddSlot<TicketVoteSlot>("registration-ticket").AddSlot<SeatVoteSlot>("attendee-ticket").AddSlot<PutToVotePanel>("event-panels");
        services.AddSingleton<PublicSecrets>().AddSingleton<BallotStamps>().AddScoped<AskVote>().AddScoped<ConfirmVote>().AddScoped<PublicReader>().AddScoped<IAddressData, PublicVoteData>().Configure<RateLimiterOptions>(PublicVoteLimits.Add);
        foreach (var template in new[] { "vote-confirm", "vote-quarantined", "vote-kept", "vote-excluded" })
        {
            services.AddSingleton(new BriefMail(template));
        }

        services.AddRecurringJob<PublicPurge>(TimeSpan.FromMinutes(10)).AddRecurringJob<HourlyBox>(TimeSpan.FromMinutes(5));
        services.AddScoped<ScreenVotes>().AddScoped<Commission>().AddScoped<QuarantineBook>().AddScoped<ContestVote>().AddRecurringJob<ScreeningJob>(TimeSpan.FromMinutes(1)).AddHandler<QuarantineMails>().AddWaiting<QuarantineWaiting>();
        services.AddScoped<PrizeVotes>().AddHandler<TellPrize>().AddSlot<PrizeVoteSlot>("prize-edition");
        services.AddScoped<CountBallot>().AddScoped<ReadParticipation>().AddScoped<TraceErasure>().AddScoped<LinkDestruction>();
    }

    public void MapTables(ModelBuilder model) => VotingTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        BallotFiles.Map(endpoints);
        PublicFiles.Map(endpoints);
    }
}

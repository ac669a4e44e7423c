using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Features.Reports;
using EssConsult.Discussion.Features.Shared;
using EssConsult.Discussion.Features.Support;
using EssConsult.Discussion.Import;
using EssConsult.Discussion.News;
using EssConsult.Discussion.Privacy;
using EssConsult.Discussion.Reports;
using EssConsult.Discussion.Rules;
using EssConsult.Discussion.Supports;
using EssConsult.Discussion.Threads;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Discussion;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Discussion.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Rulebook>();
        services.AddScoped<IComments, CommentVerbs>().AddScoped<ICommentModeration, CommentModeration>();
        services.AddScoped<ISupports, SupportVerbs>().AddScoped<IReports, ReportVerbs>().AddScoped<IParticipants, Participants>();
        services.AddScoped<IDiscussionImport, DiscussionImport>().AddScoped<IDiscussionErasure, DiscussionErasure>();
        services.AddScoped<Standings>().AddScoped<ThreadReader>().AddScoped<Voices>().AddScoped<Speakers>();
        services.AddScoped<CommentDrafts>().AddScoped<IClaimDrafts>(provider => provider.GetRequiredService<CommentDrafts>());
        services.AddSlot<ActionsSlot>("contribution-actions").AddSlot<ThreadSlot>("contribution-discussion");
        services.AddHandler<FollowOwnTexts>();
        services.AddSingleton(DiscussionNews.Comment).AddSingleton(DiscussionNews.Reply).AddSingleton(DiscussionNews.Removed).AddSlot<FollowedItems>("news-aside");
        services.AddHandler<DiscussionNews>().AddHandler<AuthorMails>();
        services.AddHandler<DiscussionData>();
        services.AddScoped<IPersonalData>(provider => provider.GetRequiredService<DiscussionData>());
        services.AddRecurringJob<DraftPurge>(TimeSpan.FromHours(12));
        services.AddSingleton<ReportLimits>().Configure<RateLimiterOptions>(ReportLimits.Add);
        services.AddScoped<IRecipeStep, CommentsStep>().AddScoped<IRecipeStep, SupportsStep>();
    }

    public void MapTables(ModelBuilder model) => DiscussionTables.Map(model);
}

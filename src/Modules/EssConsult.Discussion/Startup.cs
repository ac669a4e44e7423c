using EssConsult.Accounts.Contracts;
using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Features.News;
using EssConsult.Discussion.Features.Reports;
using EssConsult.Discussion.Features.Shared;
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
        services.AddScoped<ISupports, SupportVerbs>().AddScoped<IFollows, FollowVerbs>().AddScoped<IReports, ReportVerbs>();
        services.AddScoped<IDiscussionImport, DiscussionImport>().AddScoped<IDiscussionErasure, DiscussionErasure>();
        services.AddScoped<Standings>().AddScoped<ThreadReader>().AddScoped<Voices>().AddScoped<Speakers>();
        services.AddScoped<CommentDrafts>().AddScoped<IClaimDrafts>(provider => provider.GetRequiredService<CommentDrafts>());
        services.AddSlot<ActionsSlot>("contribution-actions").AddSlot<ThreadSlot>("contribution-discussion");
        services.AddHandler<FollowOwnTexts>();
        services.AddMemoryCache();
        services.AddScoped<NewsList>().AddSingleton<UnreadNews>().AddSingleton<NewsUnsubscription>().AddSlot<NewsMenu>("account-menu");
        services.AddHandler<NewsWriter>().AddHandler<AuthorMails>();
        services.AddScoped<INews>(provider => provider.GetRequiredService<NewsWriter>());
        services.AddRecurringJob<NewsDigest>(TimeSpan.FromMinutes(30)).AddRecurringJob<NewsPurge>(TimeSpan.FromHours(12));
        services.AddHandler<DiscussionData>();
        services.AddScoped<IPersonalData>(provider => provider.GetRequiredService<DiscussionData>());
        services.AddRecurringJob<DraftPurge>(TimeSpan.FromHours(12));
        services.AddSingleton<ReportLimits>().Configure<RateLimiterOptions>(ReportLimits.Add);
        services.AddScoped<IRecipeStep, CommentsStep>().AddScoped<IRecipeStep, SupportsStep>();
    }

    public void MapTables(ModelBuilder model) => DiscussionTables.Map(model);
}

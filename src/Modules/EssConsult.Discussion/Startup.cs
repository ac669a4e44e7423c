using EssConsult.Discussion.Comments;
using EssConsult.Discussion.Import;
using EssConsult.Discussion.Reports;
using EssConsult.Discussion.Rules;
using EssConsult.Discussion.Supports;
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
        services.AddScoped<IDiscussionImport, DiscussionImport>();
        services.AddScoped<IRecipeStep, CommentsStep>().AddScoped<IRecipeStep, SupportsStep>();
    }

    public void MapTables(ModelBuilder model) => DiscussionTables.Map(model);
}

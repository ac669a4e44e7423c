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
        services.AddScoped<IContentHandler, ContributionProjection>();
        services.AddScoped<ContributionWriting>().AddScoped<ContributionList>();
    }

    public void MapTables(ModelBuilder model) => ContributionsTables.Map(model);
}

using EssConsult.Search.Features;
using EssConsult.Search.Indexing;
using EssConsult.Search.Near;
using EssConsult.Search.Querying;
using EssConsult.Search.Sources;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Search;

internal sealed class Startup : IModule
{
    public ModuleManifest Manifest => Search.Manifest.Module;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<NodeIndex>().AddSingleton<IndexBuild>().AddFollower<IndexFollower>();
        services.AddScoped<ISiteCommand, SearchRebuildCommand>();

        services.AddScoped<FieldText>().AddScoped<ContentText>().AddScoped<ISearchSource, ContentSource>();
        services.AddFollower<PhaseBook>().AddScoped<IFacetNames, ContentFacetNames>();
        services.AddSingleton(new SearchFacet(DocumentFields.TypeFacet, "type", "Type", 0));
        services.AddSingleton(new SearchFacet("sector", "secteur", "Secteur", 10));
        services.AddSingleton(new SearchFacet("phase", "etape", "Étape", 20));
        services.AddSingleton(new SearchFacet(DocumentFields.YearFacet, "annee", "Année", 30) { ShowsValues = true, NewestFirst = true });
        services.AddScoped<Reading>().AddScoped<SearchHandler>().AddScoped<FacetChoices>();

        services.AddSingleton<Neighbours>().AddScoped<ISimilar, Similar>();
        services.AddSlot<HeaderSearch>("header-search").AddSlot<NearContributions>("contribution-aside").AddSlot<SimilarWhileTyping>("contribution-while-typing").AddSlot<SimilarAtReview>("contribution-review");
        services.AddSimilarLimit();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => SimilarApi.Map(endpoints);
}

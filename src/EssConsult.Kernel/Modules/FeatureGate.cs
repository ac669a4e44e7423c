using EssConsult.Kernel.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace EssConsult.Kernel.Modules;

/// <summary>Says on an endpoint which module it belongs to.</summary>
public sealed record OwnedBy(string ModuleId);

/// <summary>Leaves out the endpoints of modules that are off, so that their addresses answer as if nothing were there.</summary>
internal sealed class FeatureGate(FeatureSwitch features) : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<OwnedBy>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            var owner = candidates[index].Endpoint?.Metadata.GetMetadata<OwnedBy>();
            if (owner is not null && !features.IsEnabled(owner.ModuleId))
            {
                candidates.SetValidity(index, false);
            }
        }

        return Task.CompletedTask;
    }
}

/// <summary>Marks each Razor page with the module whose assembly holds it.</summary>
internal sealed class PageOwner : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        model.EndpointMetadata.Add(new OwnedBy(model.HandlerType.Assembly.GetName().Name!));

        // Routing reads metadata, not attributes: without this the statement on the page model would go unheard.
        foreach (var stated in model.HandlerTypeAttributes.Where(stated => stated is IStatesPermission or IOutputCachePolicy or EnableRateLimitingAttribute && !model.EndpointMetadata.Contains(stated)))
        {
            model.EndpointMetadata.Add(stated);
        }
    }
}

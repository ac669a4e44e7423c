using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Recipes.Keeping;

internal static class KeepingRegistration
{
    public static IServiceCollection AddKeeping(this IServiceCollection services)
    {
        services.AddFollower<KeptBook>().AddScoped<KeptStore>().AddScoped<UnknownStep>();
        foreach (var shape in KeptSteps.All)
        {
            foreach (var name in shape.Aliases.Prepend(shape.Step))
            {
                services.AddScoped<IRecipeStep>(provider => new KeptStep(shape, name, provider.GetRequiredService<KeptStore>()));
            }
        }

        foreach (var (name, reason) in KeptSteps.Refused)
        {
            services.AddSingleton<IRecipeStep>(new RefusedStep(name, reason));
        }

        foreach (var place in KeptSteps.All.Select(shape => shape.Place).Distinct())
        {
            services.AddScoped<IRecipeExport>(provider => new KeptExport(provider.GetRequiredService<SiteDb>(), place));
        }

        return services;
    }
}

using EssConsult.Content.Recipes.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Recipes;

internal static class RecipeServices
{
    public static IServiceCollection AddRecipes(this IServiceCollection services)
    {
        services.AddSingleton<RecipeLibrary>().AddSingleton<RecipeGlobals>().AddSingleton<RecipeStepRunner>().AddSingleton<RecipeExecutor>();
        services.AddScoped<InnerRecipes>().AddScoped<DefinitionImport>().AddScoped<ImportedItem>();
        services.AddScoped<IRecipeStep, FeatureStep>().AddScoped<IRecipeStep, ThemesStep>().AddScoped<IRecipeStep, SettingsStep>();
        services.AddScoped<IRecipeStep, ContentDefinitionStep>().AddScoped<IRecipeStep, ReplaceContentDefinitionStep>().AddScoped<IRecipeStep, DeleteContentDefinitionStep>();
        services.AddScoped<IRecipeStep, ContentStep>().AddScoped<IRecipeStep, RecipesStep>();
        services.AddScoped<IAtStart, FirstRun>();
        services.AddScoped<ISiteCommand, RecipeRunCommand>().AddScoped<ISiteCommand, RecipeListCommand>();
        return services;
    }
}

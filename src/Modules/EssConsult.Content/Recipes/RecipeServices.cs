using EssConsult.Content.Recipes.Export;
using EssConsult.Content.Recipes.Keeping;
using EssConsult.Content.Recipes.Planning;
using EssConsult.Content.Recipes.Steps;
using EssConsult.Content.Recipes.Upload;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Content.Recipes;

internal static class RecipeServices
{
    public static IServiceCollection AddRecipes(this IServiceCollection services)
    {
        services.AddSingleton<RecipeLibrary>().AddSingleton<RecipeGlobals>().AddSingleton<RecipeStepRunner>().AddSingleton<RecipeGate>().AddSingleton<RecipeExecutor>();
        services.AddScoped<InnerRecipes>().AddScoped<DefinitionImport>().AddScoped<ImportedItem>();
        services.AddScoped<IRecipeStep, FeatureStep>().AddScoped<IRecipeStep, ThemesStep>().AddScoped<SettingsStep>().AddScoped<IRecipeStep>(provider => provider.GetRequiredService<SettingsStep>()).AddScoped<IRecipeStep, CustomSettingsStep>();
        services.AddScoped<IRecipeStep, ContentDefinitionStep>().AddScoped<IRecipeStep, ReplaceContentDefinitionStep>().AddScoped<IRecipeStep, DeleteContentDefinitionStep>();
        services.AddScoped<IRecipeStep, ContentStep>().AddScoped<IRecipeStep, RecipesStep>().AddScoped<IRecipeStep, MediaStep>();
        services.AddScoped<RecipeExporter>().AddScoped<IRecipeExport, FeatureExport>().AddScoped<IRecipeExport, ThemesExport>().AddScoped<IRecipeExport, SettingsExport>();
        services.AddScoped<IRecipeExport, DefinitionExport>().AddScoped<IRecipeExport, MediaExport>().AddScoped<IRecipeExport, ContentExport>();
        services.AddKeeping();
        services.AddScoped<RecipePlan>().AddScoped<RecipeUploads>().AddRecurringJob<RecipeUploadPurge>(TimeSpan.FromHours(6));
        services.AddScoped<IAtStart, FirstRun>();
        services.AddScoped<ISiteCommand, RecipeRunCommand>().AddScoped<ISiteCommand, RecipeListCommand>().AddScoped<ISiteCommand, RecipeExportCommand>();
        return services;
    }
}

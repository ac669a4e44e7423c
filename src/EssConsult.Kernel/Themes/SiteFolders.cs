using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EssConsult.Kernel.Themes;

/// <summary>Where the folders beside the code lie: <c>themes</c> and <c>recipes</c> in the repository or beside the published site.</summary>
public sealed class SiteFolders(IHostEnvironment environment, IConfiguration configuration)
{
    public string Themes { get; } = Find(environment.ContentRootPath, "themes");

    public string Recipes { get; } = Find(environment.ContentRootPath, "recipes");

    /// <summary>What the site writes: database, media, index, mail. <c>Site:DataFolder</c>, else <c>App_Data</c>.</summary>
    public string Data { get; } = DataFolder(environment.ContentRootPath, configuration);

    public static string DataFolder(string contentRoot, IConfiguration configuration) =>
        Path.GetFullPath(configuration["Site:DataFolder"] ?? "App_Data", contentRoot);

    private static string Find(string from, string name)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"No folder « {name} » in {from} or above.");
    }
}

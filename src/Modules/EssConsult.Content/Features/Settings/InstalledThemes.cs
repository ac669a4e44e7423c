using System.Text.Json;
using EssConsult.Kernel.Themes;

namespace EssConsult.Content.Features.Settings;

internal sealed record InstalledTheme(string Id, string Name);

/// <summary>The folders under <c>themes</c> that hold a theme.json.</summary>
internal sealed class InstalledThemes(SiteFolders folders)
{
    public IReadOnlyList<InstalledTheme> All => [.. Directory.EnumerateDirectories(folders.Themes).Order(StringComparer.Ordinal)
        .Where(folder => File.Exists(FileOf(folder))).Select(folder => new InstalledTheme(Path.GetFileName(folder), Name(folder)))];

    private static string Name(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(FileOf(folder)));
        return json.RootElement.TryGetProperty("name", out var name) ? name.GetString()! : Path.GetFileName(folder);
    }

    private static string FileOf(string folder) => Path.Combine(folder, "theme.json");
}

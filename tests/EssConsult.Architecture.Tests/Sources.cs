using System.Diagnostics;
using System.Xml.Linq;

namespace EssConsult.Architecture.Tests;

/// <summary>The repository as git knows it.</summary>
internal static class Sources
{
    private static readonly Lazy<string[]> All = new(List);

    /// <summary>Tracked and new files, as paths with slashes from the root; what is ignored is left out.</summary>
    public static IEnumerable<string> Files(params string[] extensions) =>
        All.Value.Where(path => extensions.Length == 0 || extensions.Contains(Path.GetExtension(path)));

    /// <summary>C# written by people: everything but migrations.</summary>
    public static IEnumerable<string> CSharp(string folder = "src/") =>
        Files(".cs").Where(path => path.StartsWith(folder, StringComparison.Ordinal) && !path.StartsWith("src/Migrations/", StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    public static IEnumerable<(string Place, string Line)> Lines(string path) =>
        File.ReadLines(Path.Combine(Repository.Root, path)).Select((line, index) => ($"{path}:{index + 1}", line));

    /// <summary>Names of the projects that a project references.</summary>
    public static IReadOnlyList<string> References(string project) =>
    [
        .. XDocument.Parse(Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
    ];

    public static IEnumerable<string> ModuleProjects => Files(".csproj").Where(path => path.StartsWith("src/Modules/", StringComparison.Ordinal));

    private static string[] List()
    {
        var git = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"]) { RedirectStandardOutput = true, WorkingDirectory = Repository.Root };
        using var process = Process.Start(git)!;
        var files = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. files.Where(path => File.Exists(Path.Combine(Repository.Root, path)))];
    }
}

using EssConsult.Benchmarks.Measuring;
using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Product;

/// <summary>The site as it is put in production: published once a run, in Release.</summary>
internal static class Publication
{
    public static async Task EnsureAsync(Workbench bench, CancellationToken ct)
    {
        if (File.Exists(Assembly(bench)))
        {
            return;
        }

        var publish = await Command.RunAsync(
            "dotnet", ["publish", Path.Combine("src", "EssConsult.Web"), "-c", "Release", "-r", "linux-x64", "-o", Folder(bench), "-v", "q", "-nologo"], ct);
        if (publish is not { ExitCode: 0 })
        {
            throw new BenchmarkException($"The site could not be published:\n{publish?.Output}{publish?.Error}");
        }
    }

    /// <summary>The site in Production on the data of this bench's folder.</summary>
    public static ServerLaunch Launch(Workbench bench) => new(Assembly(bench), ["--urls", $"http://127.0.0.1:{bench.Port}"]) { Environment = Environment(bench, bench.Folder) };

    public static string Assembly(Workbench bench) => Path.Combine(Folder(bench), "EssConsult.Web.dll");

    public static Dictionary<string, string> Environment(Workbench bench, string data) => new()
    {
        ["ASPNETCORE_CONTENTROOT"] = Folder(bench),
        ["Site__DataFolder"] = data,
        ["recipe"] = "ess-roadmap",

        // As behind a reverse proxy: people's addresses then differ, and the limits on writing count them as on a real site.
        ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true",
    };

    private static string Folder(Workbench bench) => Path.Combine(bench.Shared, "site");
}

using System.Security.Cryptography;
using System.Text;
using EssConsult.Benchmarks.Measuring;
using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Product;

/// <summary>
/// A set-up site with the seed's consultation, made by the product's own commands and forms. It takes minutes, so it is kept
/// beside the system's temporary files until the recipes, the tables or the seed change.
/// </summary>
internal static class ProductSeed
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Fills the bench's folder with a copy and publishes the site.</summary>
    public static async Task CopyAsync(Workbench bench, CancellationToken ct)
    {
        await Publication.EnsureAsync(bench, ct);
        var kept = Folder();
        if (!Directory.Exists(kept))
        {
            var making = kept + ".part";
            Directory.CreateDirectory(making);
            await MakeAsync(bench, making, ct);
            Directory.Move(making, kept);
        }

        foreach (var file in Directory.EnumerateFiles(kept, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(bench.Folder, Path.GetRelativePath(kept, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task MakeAsync(Workbench bench, string folder, CancellationToken ct)
    {
        // A stopped run goes on where it stood.
        var recipe = Path.Combine(folder, "benchmarks.recipe.json");
        var played = Path.ChangeExtension(recipe, ".played");
        if (!File.Exists(played))
        {
            SeedRecipe.Write(recipe);
            await RunAsync(bench, folder, ct, "recipe", "run", recipe);
            File.Move(recipe, played);
        }

        var launch = new ServerLaunch(Publication.Assembly(bench), ["--urls", $"http://127.0.0.1:{bench.Port}"])
        {
            Environment = Development(bench, folder), ReadyPath = "/health/ready",
        };
        await using (var server = await ServerProcess.StartAsync(launch, bench.Port, ct))
        {
            await DrainAsync(folder, ct);
            await Cookies.EnterAsync(server.Address, folder, ct);
            await DrainAsync(folder, ct);
        }

        await RunAsync(bench, folder, ct, "search", "rebuild");
    }

    private static async Task DrainAsync(string folder, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        while (await SiteData.HandledAsync(folder, ct) < await SiteData.EndOfOutboxAsync(folder, ct))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), limit.Token);
        }
    }

    private static async Task RunAsync(Workbench bench, string folder, CancellationToken ct, params string[] words)
    {
        var run = await Command.RunAsync("dotnet", [Publication.Assembly(bench), .. words], ct, Development(bench, folder));
        if (run is not { ExitCode: 0 })
        {
            throw new BenchmarkException($"`{string.Join(' ', words)}` failed:\n{run?.Output}{run?.Error}");
        }
    }

    // Demo people exist outside Production alone.
    private static Dictionary<string, string> Development(Workbench bench, string folder) => new(Publication.Environment(bench, folder))
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "false",
    };

    private static string Folder()
    {
        string[] sources = [Path.Combine("src", "Migrations"), "recipes", Path.Combine("tests", "EssConsult.Benchmarks", "Product")];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in sources.SelectMany(source => Directory.EnumerateFiles(Path.Combine(Repository.Root, source), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(file) is var name && (name.EndsWith("Snapshot.cs", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal) || name == "SeedRecipe.cs"))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(file)));
        }

        return Path.Combine(Path.GetTempPath(), "essconsult-benchmarks", Convert.ToHexStringLower(hash.GetHashAndReset())[..16]);
    }
}

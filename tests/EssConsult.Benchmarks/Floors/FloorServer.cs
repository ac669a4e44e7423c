using System.Net;
using EssConsult.Benchmarks.Floors.RazorFloor;
using EssConsult.Benchmarks.Measuring;

namespace EssConsult.Benchmarks.Floors;

/// <summary>The child process behind `serve`.</summary>
internal static class FloorServer
{
    public const string ReadyPath = "/ready";

    public static IReadOnlyList<Floor> Floors { get; } =
        [StaticFloor.Floor, RazorPageFloor.Floor, InsertFloor.Floor, GuardedFloor.Floor, LuceneFloor.Floor];

    public static async Task<int> RunAsync(string name, int port, string folder)
    {
        GarbageCollection.Require();
        var floor = Floors.FirstOrDefault(floor => floor.Name == name) ?? throw new BenchmarkException($"There is no floor '{name}'.");

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));

        await using var app = floor.Build(builder, folder);
        app.MapGet(ReadyPath, () => "ready");
        await app.RunAsync();
        return 0;
    }
}

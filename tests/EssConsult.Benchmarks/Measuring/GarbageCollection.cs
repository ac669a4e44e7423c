using System.Diagnostics;
using System.Runtime;

namespace EssConsult.Benchmarks.Measuring;

/// <summary>
/// The Web SDK's default, which the product keeps: server and concurrent. Given by environment to every server a run starts,
/// floor or product, because it outranks what a project file says.
/// </summary>
internal static class GarbageCollection
{
    public const bool IsServer = true;

    public const bool IsConcurrent = true;

    public static string Description => $"{(IsServer ? "server" : "workstation")}, {(IsConcurrent ? "concurrent" : "blocking")}";

    public static void Apply(ProcessStartInfo start)
    {
        start.Environment["DOTNET_gcServer"] = IsServer ? "1" : "0";
        start.Environment["DOTNET_gcConcurrent"] = IsConcurrent ? "1" : "0";
    }

    /// <summary>.NET falls back to workstation on a single core.</summary>
    public static void Require()
    {
        if (GCSettings.IsServerGC != IsServer)
        {
            throw new BenchmarkException($"This server was to run with the garbage collector '{Description}': it needs two cores or more.");
        }
    }
}

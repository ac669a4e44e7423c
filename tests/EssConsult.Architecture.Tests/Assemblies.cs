using System.Reflection;
using EssConsult.Kernel.Modules;

namespace EssConsult.Architecture.Tests;

internal static class Assemblies
{
    public static IReadOnlyList<Assembly> Modules { get; } =
        [.. Sources.ModuleProjects.Select(project => Assembly.Load(Path.GetFileNameWithoutExtension(project)))];

    public static IReadOnlyList<Assembly> Site { get; } = [typeof(IModule).Assembly, typeof(Program).Assembly, .. Modules];

    public static ModuleManifest ManifestOf(Assembly module) =>
        (ModuleManifest)module.GetType($"{module.GetName().Name}.Manifest", throwOnError: true)!.GetField("Module", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!;
}

using EssConsult.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Notifications.Tests;

/// <summary>A module that tells news of its own.</summary>
internal sealed class Probe : IModule
{
    public ModuleManifest Manifest { get; } = new("EssConsult.Notifications.Tests.Probe", "Essai", "Les nouvelles des tests.");

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton(Acts.Daily).AddSingleton(Acts.Prompt);
}

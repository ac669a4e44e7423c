using EssConsult.Benchmarks.Measuring;
using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Floors;

/// <summary>The plainest server that does one piece of the product's work: what the product is divided by.</summary>
/// <param name="Build">Takes the builder and the folder that <see cref="Prepare"/> filled.</param>
internal sealed record Floor(string Name, string Title, Func<WebApplicationBuilder, string, WebApplication> Build)
{
    public Func<Workbench, CancellationToken, Task> Prepare { get; init; } = (_, _) => Task.CompletedTask;

    public Load Load { get; init; } = new("/");

    public required Func<Aftermath, CancellationToken, Task<string?>> PostCondition { get; init; }

    public Scenario ToScenario() => new()
    {
        Name = Name,
        Title = Title,
        Against = Name == StaticFloor.Floor.Name ? null : StaticFloor.Floor.Name,
        Prepare = Prepare,
        Server = bench => new ServerLaunch(
            typeof(Floor).Assembly.Location,
            ["serve", Name, "--port", $"{bench.Port}", "--folder", bench.Folder]) { ReadyPath = FloorServer.ReadyPath },
        Load = (_, _, _) => Task.FromResult(Load),
        PostCondition = PostCondition,
    };
}

using EssConsult.Benchmarks.Floors;
using EssConsult.Benchmarks.Product;

namespace EssConsult.Benchmarks.Scenarios;

internal static class Catalogue
{
    private static readonly IReadOnlyList<Scenario> Floors = [.. FloorServer.Floors.Select(floor => floor.ToScenario())];

    private static readonly IReadOnlyList<Scenario> All = [.. Floors, .. ProductScenarios.All];

    /// <summary>The chosen scenarios and the floors under them, each floor right before what is divided by it.</summary>
    public static IReadOnlyList<Scenario> Choose(IReadOnlyList<string> names)
    {
        var wanted = names switch
        {
            ["all"] => All,
            ["floors"] => Floors,
            _ => [.. names.Select(Find)],
        };

        var chosen = wanted.SelectMany(WithFloors).Distinct().ToList();
        return [.. All.Where(scenario => scenario.Against is null && chosen.Contains(scenario)).SelectMany(lowest => Ascend(lowest, chosen))];
    }

    public static int Print(TextWriter output)
    {
        foreach (var scenario in All)
        {
            var limit = scenario.MinimumRatio is { } ratio ? $", at least {ratio:0%} of {scenario.Against}" : "";
            output.WriteLine($"{scenario.Name,-24}{scenario.Title}{limit}");
        }

        return 0;
    }

    private static Scenario Find(string name) =>
        All.FirstOrDefault(scenario => scenario.Name == name)
        ?? throw new BenchmarkException($"There is no scenario '{name}'; `list` says what there is.");

    private static IEnumerable<Scenario> WithFloors(Scenario scenario) =>
        scenario.Against is { } floor ? [.. WithFloors(Find(floor)), scenario] : [scenario];

    private static IEnumerable<Scenario> Ascend(Scenario floor, List<Scenario> chosen)
    {
        var above = chosen.Where(scenario => scenario.Against == floor.Name);
        return [floor, .. above.OrderBy(IsFloor).SelectMany(scenario => Ascend(scenario, chosen))];
    }

    private static bool IsFloor(Scenario scenario) => Floors.Contains(scenario);
}

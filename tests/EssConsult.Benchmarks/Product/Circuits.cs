using System.Text.Json.Nodes;
using EssConsult.Benchmarks.Measuring;
using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Product;

/// <summary>
/// A circuit of ten activities that reach nothing outside: a page is asked for, eight values are set by scripts, one answer is
/// written. Each request is a run with its journal, in a commit of its own, beside a floor that stores one row.
/// </summary>
internal static class Circuits
{
    private const int Values = 8;
    private const string Path = "/contact";

    public static Scenario Ten { get; } = new()
    {
        Name = "circuit",
        Title = "a circuit of ten activities, run and kept with its journal",
        Against = "insert",
        MinimumRatio = 1 / 3.0,
        MaximumTail = 10,
        Prepare = PrepareAsync,
        Server = Publication.Launch,
        Load = (_, _, _) => Task.FromResult(new Load(Path)),
        Rows = (bench, ct) => SiteData.NumberAsync(bench.Folder, "SELECT COUNT(*) FROM workflow_instance WHERE status = 'Finished'", ct),
    };

    private static async Task PrepareAsync(Workbench bench, CancellationToken ct)
    {
        await ProductSeed.CopyAsync(bench, ct);
        var recipe = System.IO.Path.Combine(bench.Folder, "circuit.recipe.json");
        await File.WriteAllTextAsync(recipe, new JsonObject { ["name"] = "circuit", ["steps"] = new JsonArray(new JsonObject { ["name"] = "WorkflowType", ["data"] = new JsonArray(Circuit()) }) }.ToJsonString(), ct);
        if (await Command.RunAsync("dotnet", [Publication.Assembly(bench), "recipe", "run", recipe], ct, Publication.Environment(bench, bench.Folder)) is not { ExitCode: 0 })
        {
            throw new BenchmarkException("The circuit could not be brought by its recipe.");
        }
    }

    private static JsonObject Circuit()
    {
        JsonObject[] activities =
        [
            Activity(0, "HttpRequestFilterEvent", new JsonObject { ["HttpMethod"] = "GET", ["RouteValues"] = new JsonObject { ["page"] = "/EssConsult.Content/Contact/ContactForm" } }),
            .. Enumerable.Range(1, Values).Select(number => Activity(number, "SetPropertyTask", new JsonObject { ["PropertyName"] = $"v{number}", ["Value"] = new JsonObject { ["Expression"] = $"'{number}'.repeat(8) + (property('v{number - 1}') || '').length" } })),
            Activity(Values + 1, "HttpResponseTask", new JsonObject { ["Content"] = new JsonObject { ["Expression"] = "{{ Workflow.Properties.v8 }}" } }),
        ];
        return new JsonObject
        {
            ["WorkflowTypeId"] = "4bench", ["Name"] = "Bench", ["IsEnabled"] = true, ["Activities"] = new JsonArray([.. activities]),
            ["Transitions"] = new JsonArray([.. Enumerable.Range(0, Values + 1).Select(number => (JsonNode)new JsonObject
            {
                ["Id"] = number, ["SourceActivityId"] = $"a{number}", ["SourceOutcomeName"] = number == 0 ? "Matched" : "Done", ["DestinationActivityId"] = $"a{number + 1}",
            })]),
        };
    }

    private static JsonObject Activity(int number, string name, JsonObject properties) => new() { ["ActivityId"] = $"a{number}", ["Name"] = name, ["IsStart"] = number == 0, ["Properties"] = properties };
}

using System.Text.Json;

namespace EssConsult.Storms.Tests;

/// <summary>Two démarches that are open to writing, and people who may sign in by one click.</summary>
internal static class StormRecipe
{
    /// <summary>Texts appear at once.</summary>
    public const string Open = "4storm0000000000000000open";

    /// <summary>Texts wait for a moderator.</summary>
    public const string Moderated = "4storm0000000000000modered";

    public static IReadOnlyList<string> Citizens { get; } = [.. Enumerable.Range(0, 200).Select(number => $"4citizen{number:000000000000000000}")];

    public static IReadOnlyList<string> Moderators { get; } = [.. Enumerable.Range(0, 4).Select(number => $"4moderator{number:0000000000000000}")];

    public const string Administrator = "4administrator000000000000";

    public static async Task PlayAsync(string folder, Func<string, Task<(int ExitCode, string Output)>> run)
    {
        var file = Path.Combine(folder, "storm.recipe.json");
        object recipe = new
        {
            name = "storm", displayName = "Tempête",
            steps = new object[]
            {
                new { name = "EssPeople", People = Citizens.Select(id => Person(id)).Concat(Moderators.Select(id => Person(id, "Facilitator"))).Append(Person(Administrator, "Administrator")) },
                new { name = "Content", data = new[] { Process(Open, "After"), Process(Moderated, "Before") } },
            },
        };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(recipe), TestContext.Current.CancellationToken);
        var (code, output) = await run(file);
        code.ShouldBe(0, output);
    }

    private static object Person(string id, params string[] roles) => new { PersonId = id, DisplayName = "Personne " + id[^4..], Email = $"{id}@example.org", Roles = roles, Persona = true };

    private static object Process(string id, string moderation) => new
    {
        ContentItemId = id, ContentItemVersionId = "v" + id[1..], ContentType = "Process", DisplayText = "Tempête " + moderation, Latest = true, Published = true,
        TitlePart = new { Title = "Tempête " + moderation }, AutoroutePart = new { Path = "demarches/tempete-" + moderation },
        Process = new { Question = new { Text = "Que reste-t-il après ?" } }, ProcessPart = new { Moderation = new { Text = moderation } },
        Phases = new
        {
            ContentItems = new[]
            {
                new
                {
                    ContentItemId = "p" + id[1..], ContentType = "Phase", DisplayText = "Blog", TitlePart = new { Title = "Blog" },
                    Phase = new { Starts = new { Value = "2020-01-01T00:00:00Z" }, Ends = new { Value = "2090-01-01T00:00:00Z" } },
                    PhasePart = new { AcceptsContributions = new { Value = true }, AcceptsComments = new { Value = true }, AcceptsSupports = new { Value = true } },
                },
            },
        },
    };
}

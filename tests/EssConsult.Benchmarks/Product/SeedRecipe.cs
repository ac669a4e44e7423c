using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Benchmarks.Floors.Data;

namespace EssConsult.Benchmarks.Product;

/// <summary>
/// The consultation that the product is measured with, as a recipe that the site itself plays: one open démarche, as many
/// contributions and comments as the floors' database has rows, and people who can sign in.
/// </summary>
internal static class SeedRecipe
{
    /// <summary>Below the 2,000 writes a minute that the site takes from one address: all sign in from one.</summary>
    public const int People = 1_900;

    /// <summary>The last of them may hold a door.</summary>
    public const int DoorKeepers = 1_600;

    private const int SupportsEach = 2;
    private static readonly DateTime Start = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Alignments = ["For", "Neutral", "Against"];

    public static void Write(string path)
    {
        var demo = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "recipes", "demo.recipe.json")))!;
        var content = demo["steps"]!.AsArray().First(step => step!["name"]!.ToString() == "Content")!["data"]!.AsArray();
        var process = Open(content.First(item => item!["ContentType"]!.ToString() == "Process")!.DeepClone().AsObject());
        var models = content.Where(item => item!["ContentType"]!.ToString() == "Contribution").Select(item => item!.AsObject()).ToList();

        var recipe = new JsonObject
        {
            ["name"] = "benchmarks",
            ["displayName"] = "Benchmarks",
            ["steps"] = new JsonArray(
                new JsonObject { ["name"] = "EssPeople", ["People"] = List(NewPeople()) },
                new JsonObject { ["name"] = "Content", ["data"] = List(NewContributions(models).Prepend(process).Append(Registering.Event).Append(CheckingIn.Event)) },
                new JsonObject { ["name"] = "EssRegistrations", ["Registrations"] = new JsonArray(CheckingIn.Registration) },
                new JsonObject { ["name"] = "EssVotes", ["Ballots"] = List(Casting.Ballots) },
                new JsonObject { ["name"] = "EssComments", ["Comments"] = List(NewComments()) },
                new JsonObject { ["name"] = "EssSupports", ["Supports"] = List(NewSupports()) }),
        };
        File.WriteAllText(path, recipe.ToJsonString(new JsonSerializerOptions { WriteIndented = false }));
    }

    public static string Name(int person) => $"Personne {person:0000}";

    // Open for good, and no demonstration: what is fictional stays out of the index.
    private static JsonObject Open(JsonObject process)
    {
        process["ProcessPart"]!["Demo"] = false;
        foreach (var phase in process["Phases"]!["ContentItems"]!.AsArray().Where(phase => phase!["PhasePart"]!["AcceptsContributions"]!["Value"]!.GetValue<bool>()))
        {
            phase!["Phase"]!["Starts"]!["Value"] = Start.AddDays(-1).ToString("O");
            phase["Phase"]!["Ends"]!["Value"] = null;
        }

        return process;
    }

    private static IEnumerable<JsonObject> NewPeople() => Enumerable.Range(0, People).Select(number => new JsonObject
    {
        ["PersonId"] = ContentIds.OfPerson(number), ["DisplayName"] = Name(number), ["Email"] = $"personne{number}@example.org", ["Roles"] = number < People - DoorKeepers ? new JsonArray() : new JsonArray("DoorKeeper"), ["Persona"] = true,
    });

    private static IEnumerable<JsonObject> NewContributions(List<JsonObject> models)
    {
        var text = new FloorText(seed: 5);
        for (var number = 0; number < FloorSeed.Contributions; number++)
        {
            var item = models[number % models.Count].DeepClone().AsObject();
            var (title, at) = (text.Words(55).Trim(), Start.AddMinutes(20 * number).ToString("O"));
            item["ContentItemId"] = ContentIds.OfContribution(number);
            item["ContentItemVersionId"] = ContentIds.Of($"version {number}");
            (item["DisplayText"], item["TitlePart"]) = (title, new JsonObject { ["Title"] = title });
            (item["CreatedUtc"], item["ModifiedUtc"], item["PublishedUtc"]) = (at, at, at);
            (item["Latest"], item["Published"]) = (true, true);
            (item["Owner"], item["Author"]) = (ContentIds.OfPerson(number % People), Name(number % People));
            item["AutoroutePart"]!["Path"] = ContributionPath(number);
            item["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = Paragraphs(text) };
            yield return item;
        }
    }

    public static string ContributionPath(int number) => $"contributions/idee-{number}";

    private static IEnumerable<JsonObject> NewComments()
    {
        var text = new FloorText(seed: 6);
        for (var number = 0; number < FloorSeed.Comments; number++)
        {
            var contribution = number % FloorSeed.Contributions;
            var comment = new JsonObject
            {
                ["CommentId"] = ContentIds.Of($"comment {number}"),
                ["ContentItemId"] = ContentIds.OfContribution(contribution),
                ["AuthorId"] = ContentIds.OfPerson(number * 7 % People),
                ["Alignment"] = Alignments[number % Alignments.Length],
                ["Body"] = text.Words(FloorSeed.BodyLength).Trim(),
                ["CreatedUtc"] = Start.AddDays(145).AddMinutes(number).ToString("O"),
            };

            // Every third round of comments replies to the round before.
            if (number / FloorSeed.Contributions % 3 == 2)
            {
                comment["ParentId"] = ContentIds.Of($"comment {number - FloorSeed.Contributions}");
                comment["Alignment"] = "Neutral";
            }

            yield return comment;
        }
    }

    private static IEnumerable<JsonObject> NewSupports() => Enumerable.Range(0, FloorSeed.Contributions).Select(number => new JsonObject
    {
        ["ContentItemId"] = ContentIds.OfContribution(number),
        ["PersonIds"] = List(Enumerable.Range(1, SupportsEach).Select(step => (JsonNode)ContentIds.OfPerson((number + (step * 611)) % People))),
    });

    private static string Paragraphs(FloorText text) => string.Join("\n\n", Enumerable.Range(0, 3).Select(_ => text.Words(FloorSeed.BodyLength / 3).Trim()));

    private static JsonArray List(IEnumerable<JsonNode> entries) => [.. entries];
}

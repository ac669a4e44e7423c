using System.Text.Json.Nodes;
using EssConsult.Benchmarks.Scenarios;

namespace EssConsult.Benchmarks.Product;

/// <summary>People who cast the vote that they have read again: each of them once in each of many ballots.</summary>
internal static class Casting
{
    /// <summary>With as many people, more first votes than any run sends: the same one sent again would be one vote.</summary>
    private const int Count = 40;

    public static Scenario Vote { get; } = Writing.Post("vote", "a vote, as it was read again, by its form", "SELECT COUNT(*) FROM ballot_vote") with
    {
        Against = "guarded",
        MinimumRatio = 0.25,
        Load = async (bench, client, ct) =>
        {
            var visits = await Visit.OpenAsync(client, Cookies.Read(bench.Folder), _ => $"/votes/{IdOf(0)}/voter", ct);
            return Scripts.Post([.. from number in Enumerable.Range(0, Count) from visit in visits
                                    select (visit, $"/votes/{IdOf(number)}/voter?handler=Cast", $"{Scripts.Token(visit)}&FormKey={Guid.NewGuid()}&Step=1&Answers={Uri.EscapeDataString("""{"q1":"for"}""")}")]);
        },
    };

    /// <summary>Open until somebody closes them.</summary>
    public static IEnumerable<JsonObject> Ballots => Enumerable.Range(0, Count).Select(number => new JsonObject { ["Id"] = IdOf(number).ToString(), ["Title"] = $"Motion {number:00}", ["Opens"] = "2026-01-01T08:00:00Z", ["Method"] = "Motion" });

    private static Guid IdOf(int number) => new(number + 1, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0xb0);
}

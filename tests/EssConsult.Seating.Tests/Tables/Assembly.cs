using EssConsult.Seating.Tables;

namespace EssConsult.Seating.Tests.Tables;

/// <summary>A made-up assembly: skewed traits that hang together, organisations of one to nine people, a third from none.</summary>
internal static class Assembly
{
    private static readonly string[] Sectors = ["culture", "habitat", "insertion", "alimentation", "énergie", "mobilité", "finance"];
    private static readonly string[] Territories = ["nord", "sud", "est", "ouest", "centre", "rural", "littoral", "outre-mer"];

    public static IReadOnlyList<Participant> Of(int people, int seed, string prefix = "p")
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people).Select(number => One($"{prefix}{number:000}", people, random))];
    }

    private static Participant One(string id, int people, Random random)
    {
        var sector = Skewed(random, Sectors.Length);
        var territory = random.Next(3) == 0 ? sector : Skewed(random, Territories.Length);
        var traits = new Dictionary<string, string>
        {
            ["sector"] = Sectors[sector],
            ["territory"] = Territories[territory],
            ["first-timer"] = random.Next(10) < 3 ? "yes" : "no",
            ["age"] = $"{18 + (20 * Skewed(random, 4))}",
        };
        return new Participant(id, random.Next(3) == 0 ? null : $"structure {(int)(random.NextDouble() * random.NextDouble() * people * 0.6)}", traits);
    }

    private static int Skewed(Random random, int values) => (int)(values * Math.Pow(random.NextDouble(), 1.6));
}

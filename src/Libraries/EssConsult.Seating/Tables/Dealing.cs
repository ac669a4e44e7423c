namespace EssConsult.Seating.Tables;

/// <summary>A first arrangement: people are dealt like cards, organisations together and then those with the same traits.</summary>
internal static class Dealing
{
    public static IReadOnlyList<IReadOnlyList<int>> Deal(Roster roster, int[] sizes, SplitMix64 random)
    {
        var people = Enumerable.Range(0, roster.Count).ToArray();
        random.Shuffle<int>(people);
        var order = people.OrderByDescending(person => roster.OrganisationOf[person]).ThenBy(person => string.Join(',', roster.ValueOf.Select(trait => trait[person]))).ToArray();
        var seats = Enumerable.Range(0, sizes.Max()).SelectMany(seat => Enumerable.Range(0, sizes.Length).Where(table => sizes[table] > seat));
        var tables = sizes.Select(_ => new List<int>()).ToArray();
        foreach (var (person, table) in order.Zip(seats))
        {
            tables[table].Add(person);
        }

        return tables;
    }
}

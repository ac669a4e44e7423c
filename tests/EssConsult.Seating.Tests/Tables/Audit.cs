using EssConsult.Seating.Tables;

namespace EssConsult.Seating.Tests.Tables;

/// <summary>Counts again what a report says, from nothing but ids.</summary>
internal static class Audit
{
    public static double WorstDeviation(IReadOnlyList<Participant> people, TableRound round)
    {
        var traits = people.ToDictionary(person => person.Id, person => person.Traits);
        var values = people.SelectMany(person => person.Traits).Distinct().ToList();
        return values.SelectMany(value => round.Tables.Select(table =>
        {
            var all = people.Count(person => person.Traits.TryGetValue(value.Key, out var found) && found == value.Value);
            var here = table.Count(id => traits[id].TryGetValue(value.Key, out var found) && found == value.Value);
            return Math.Abs(here - ((double)all * table.Count / people.Count));
        })).DefaultIfEmpty().Max();
    }

    public static int SameOrganisationPairs(IReadOnlyList<Participant> people, TableRound round)
    {
        var organisations = people.ToDictionary(person => person.Id, person => person.Organisation);
        return Pairs(round).Count(pair => organisations[pair.One] is { } one && one == organisations[pair.Other]);
    }

    /// <summary>Share of pairs at a table who had not met in an earlier round.</summary>
    public static double NewEncounters(IEnumerable<TableRound> rounds)
    {
        var (met, all, repeated) = (new HashSet<(string, string)>(), 0, 0);
        foreach (var round in rounds)
        {
            var pairs = Pairs(round).ToList();
            all += pairs.Count;
            repeated += pairs.Count(met.Contains);
            met.UnionWith(pairs);
        }

        return 1 - ((double)repeated / all);
    }

    public static int Moved(TableRound before, TableRound after)
    {
        var table = before.Tables.SelectMany((people, number) => people.Select(id => (id, number))).ToDictionary(pair => pair.id, pair => pair.number);
        return after.Tables.SelectMany((people, number) => people.Select(id => (id, number))).Count(pair => table.TryGetValue(pair.id, out var planned) && planned != pair.number);
    }

    public static void EverybodyHasOneSeat(IReadOnlyList<Participant> people, TableRound round) =>
        round.Tables.SelectMany(table => table).Order(StringComparer.Ordinal).ShouldBe(people.Select(person => person.Id).Order(StringComparer.Ordinal));

    private static IEnumerable<(string One, string Other)> Pairs(TableRound round) =>
        from table in round.Tables
        from one in table
        from other in table
        where string.CompareOrdinal(one, other) < 0
        select (one, other);
}

namespace EssConsult.Seating.Tables;

/// <summary>Turns arrangements back into ids and figures.</summary>
internal static class Rounds
{
    public static TablePlan Plan(IReadOnlyList<TableRound> rounds, IReadOnlyList<RoundReport> reports) =>
        new(rounds, new TableReport(reports, reports.Sum(round => round.Encounters), reports.Sum(round => round.RepeatedEncounters)));

    public static TableRound Name(Roster roster, IEnumerable<IReadOnlyList<int>> tables) =>
        new([.. tables.Select(table => (IReadOnlyList<string>)[.. table.Order().Select(person => roster.People[person].Id)])]);

    /// <param name="past">Encounters of the rounds before.</param>
    public static RoundReport Report(Roster roster, Encounters past, Arrangement found, BalanceVerdict verdict)
    {
        var pairs = found.Tables.SelectMany(Encounters.Pairs).ToList();
        return new RoundReport(
            [.. roster.Values.Select((value, index) => Deviation(roster, found.Tables, value, index))],
            SameOrganisation.Pairs(roster, found.Tables), SameOrganisation.Unavoidable(roster, [.. found.Tables.Select(table => table.Count)]),
            pairs.Count, pairs.Count(pair => past.Between(pair.One, pair.Other) > 0), found.Moved, verdict);
    }

    private static TraitDeviation Deviation(Roster roster, IReadOnlyList<IReadOnlyList<int>> tables, (string Trait, string Value) value, int index)
    {
        var having = roster.ValueOf[Array.IndexOf([.. roster.Traits], value.Trait)];
        var (worst, table) = tables.Select((people, number) => (Math.Abs(people.Count(person => having[person] == index) - ((double)roster.Counts[index] * people.Count / roster.Count)), number)).MaxBy(pair => pair.Item1);
        return new TraitDeviation(value.Trait, value.Value, roster.Counts[index], worst, table);
    }
}

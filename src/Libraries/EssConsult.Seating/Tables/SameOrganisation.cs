namespace EssConsult.Seating.Tables;

/// <summary>Pairs of one organisation at one table.</summary>
internal static class SameOrganisation
{
    /// <summary>What remains when each organisation by itself is spread as evenly as the tables allow.</summary>
    public static int Unavoidable(Roster roster, int[] sizes) =>
        roster.OrganisationOf.Where(organisation => organisation != Roster.None).GroupBy(organisation => organisation)
            .Sum(organisation => TableSizes.Of(organisation.Count(), sizes.Length, sizes).Sum(count => count * (count - 1) / 2));

    public static int Pairs(Roster roster, IEnumerable<IReadOnlyList<int>> tables) =>
        tables.SelectMany(Encounters.Pairs).Count(pair => roster.OrganisationOf[pair.One] != Roster.None && roster.OrganisationOf[pair.One] == roster.OrganisationOf[pair.Other]);
}

namespace EssConsult.Seating.Tables;

/// <param name="Traits">One line a trait and value, sorted.</param>
/// <param name="SameOrganisationPairs">Pairs of one organisation at one table.</param>
/// <param name="UnavoidablePairs">How many of them no plan could avoid: an organisation with more people than there are tables.</param>
/// <param name="Encounters">Pairs at one table.</param>
/// <param name="RepeatedEncounters">Pairs who had sat together in an earlier round.</param>
/// <param name="Moved">People at another table than in the plan before; 0 for a first plan.</param>
/// <param name="Verdict">Whether the worst deviation is at most 1, and if not, whether it could have been.</param>
public sealed record RoundReport(
    IReadOnlyList<TraitDeviation> Traits, int SameOrganisationPairs, int UnavoidablePairs, int Encounters, int RepeatedEncounters, int Moved, BalanceVerdict Verdict)
{
    /// <summary>In people; 0 without traits.</summary>
    public double WorstDeviation => Traits.Select(trait => trait.Worst).DefaultIfEmpty().Max();
}

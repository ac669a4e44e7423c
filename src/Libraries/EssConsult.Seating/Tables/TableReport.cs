namespace EssConsult.Seating.Tables;

/// <param name="Encounters">Pairs at one table, added up over the rounds.</param>
/// <param name="RepeatedEncounters">Those among them who had sat together in an earlier round.</param>
public sealed record TableReport(IReadOnlyList<RoundReport> Rounds, int Encounters, int RepeatedEncounters)
{
    /// <summary>0 to 1; 1 when nobody met anybody.</summary>
    public double ShareOfNewEncounters => Encounters == 0 ? 1 : 1 - ((double)RepeatedEncounters / Encounters);
}

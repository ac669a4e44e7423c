namespace EssConsult.JuryStatistics.Assignment;

/// <summary>Whose wish cannot be met.</summary>
public enum ShortageKind
{
    /// <summary>The entries ask for more readings than all their jurors can give.</summary>
    EntriesLackJurors,

    /// <summary>The jurors have to read more than all their entries want.</summary>
    JurorsLackEntries,
}

/// <summary>Why no assignment can be complete: « these 7 entries can only go to these 4 jurors, who have 12 places for 21 ».</summary>
/// <param name="Kind">Whose wish cannot be met.</param>
/// <param name="Entries">By id.</param>
/// <param name="Jurors">All who may read one of the entries; or, the other way round, all of whose entries are named.</param>
/// <param name="Capacity">Places: of each juror what room is left, and no more than there are entries of these to read; or the same of each entry.</param>
/// <param name="Demand">Readings still wanted by the entries, or still owed by the jurors; more than <paramref name="Capacity"/>.</param>
/// <remarks>P. Hall, « On representatives of subsets », Journal of the London Mathematical Society 10, 1935, with capacities.</remarks>
public sealed record Shortage(ShortageKind Kind, IReadOnlyList<string> Entries, IReadOnlyList<string> Jurors, int Capacity, int Demand);

namespace EssConsult.Seating.Tables;

/// <param name="Tables">Ids of the people at each table, sorted; a closed table is empty.</param>
public sealed record TableRound(IReadOnlyList<IReadOnlyList<string>> Tables);

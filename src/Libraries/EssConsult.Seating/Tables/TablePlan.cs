namespace EssConsult.Seating.Tables;

/// <summary>Who sits where in each round, and how good that is.</summary>
public sealed record TablePlan(IReadOnlyList<TableRound> Rounds, TableReport Report);

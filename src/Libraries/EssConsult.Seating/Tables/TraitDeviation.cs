namespace EssConsult.Seating.Tables;

/// <summary>How evenly one value of a trait is spread.</summary>
/// <param name="Count">People with this value.</param>
/// <param name="Worst">Largest distance, in people, between a table's count and its even share (count × people at the table ÷ all people).</param>
/// <param name="Table">Where that is, from 0.</param>
public sealed record TraitDeviation(string Trait, string Value, int Count, double Worst, int Table);

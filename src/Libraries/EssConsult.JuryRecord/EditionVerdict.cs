namespace EssConsult.JuryRecord;

/// <summary>A laureate as the register has them.</summary>
public sealed record RecordedLaureate(int Number, string Title, string Award, int Rank);

/// <summary>What a check of a register found.</summary>
/// <param name="Title">Of the edition.</param>
/// <param name="Root">Of the acts, in lower-case hexadecimal.</param>
/// <param name="Faults">Sentences; empty when all is as it should be.</param>
/// <param name="Checked">What was looked at, a sentence each.</param>
/// <param name="Laureates">In the order of the announcement.</param>
public sealed record EditionVerdict(string Title, string Root, IReadOnlyList<string> Faults, IReadOnlyList<string> Checked, IReadOnlyList<RecordedLaureate> Laureates)
{
    /// <summary>The ranking was compared with the register, not done again: its sheets were erased, their time being over.</summary>
    public bool SheetsErased { get; init; }

    public bool IsSound => Faults.Count == 0;
}

namespace EssConsult.JuryRecord;

/// <summary>One line of the grid.</summary>
/// <param name="Id">Of its content item.</param>
/// <param name="Weight">Within the total, above 0; without meaning outside it.</param>
/// <param name="Lowest">The worst mark, a whole number.</param>
/// <param name="Highest">The best one.</param>
/// <param name="MustComment">No mark without a word.</param>
/// <param name="OutsideTotal">Marked for information.</param>
public sealed record Criterion(string Id, string Label, string? Help, decimal Weight, int Lowest, int Highest, bool MustComment, bool OutsideTotal);

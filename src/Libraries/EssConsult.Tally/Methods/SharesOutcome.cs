namespace EssConsult.Tally.Methods;

/// <summary>What shares of one size fund.</summary>
/// <param name="Share">What each ballot owns.</param>
/// <param name="Purchases">In order.</param>
/// <param name="Cost">Of all together.</param>
/// <param name="Undecided">Between which a draw would have to decide, where the rule has none.</param>
/// <param name="Run">Knows what voters have left.</param>
internal sealed record SharesOutcome(Fraction Share, IReadOnlyList<Purchase> Purchases, Int128 Cost, int[]? Undecided, SharesRun Run);

/// <param name="Option">What is funded.</param>
/// <param name="Most">What a supporter pays who can.</param>
/// <param name="Price">That by utility.</param>
/// <param name="Drawn">Equals in the drawn order, when a draw decided.</param>
internal sealed record Purchase(int Option, Fraction Most, Fraction Price, int[]? Drawn);

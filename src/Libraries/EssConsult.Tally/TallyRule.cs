namespace EssConsult.Tally;

/// <summary>
/// The rule of a vote, fixed before it opens. Written by <see cref="TallyJson"/> it says all that the count depends on besides the ballots: the same rule and the
/// same ballots give the same bytes to everyone. A property that the method does not read must be absent: see <see cref="Faults"/>.
/// </summary>
public sealed record TallyRule
{
    public required TallyMethod Method { get; init; }

    public TieBreak Ties { get; init; } = TieBreak.List;

    public Quorum? Quorum { get; init; }

    /// <summary>Motion (more than half of those expressed when absent), plurality, approval and choose up to k: what an option must reach to win.</summary>
    public Majority? Majority { get; init; }

    /// <summary>How many win, 1 when absent; not for a motion, an instant run-off and budgets.</summary>
    public int? Seats { get; init; }

    /// <summary>Choose up to k: the greatest number of choices. A ballot with more is spoiled.</summary>
    public int? MaxChoices { get; init; }

    /// <summary>Score: the greatest score. A ballot with a greater one is spoiled.</summary>
    public int? MaxScore { get; init; }

    /// <summary>Score: what an option that a ballot does not score gets from it.</summary>
    public Unscored? Unscored { get; init; }

    /// <summary>Score: by sums or by means.</summary>
    public ScoreBy? ScoreBy { get; init; }

    /// <summary>Majority judgment: the grades' names from the worst, which is also that of an option left without grade, to the best.</summary>
    public IReadOnlyList<string>? Grades { get; init; }

    /// <summary>Budgets: what can be spent, in the same whole unit as <see cref="Costs"/>.</summary>
    public long? Budget { get; init; }

    /// <summary>Budgets: what each option costs, one at least.</summary>
    public IReadOnlyDictionary<string, long>? Costs { get; init; }

    /// <summary>Greedy and knapsack: what happens to an option that no longer fits; also for the greedy completion of equal shares.</summary>
    public Fit? Fit { get; init; }

    /// <summary>Equal shares: what a voter gains from an approved option that is funded.</summary>
    public Utility? Utility { get; init; }

    /// <summary>Equal shares: how what the shares leave over is spent.</summary>
    public Completion? Completion { get; init; }

    /// <summary>Equal shares: by how much the shares are raised at each try of <see cref="Completion"/>, 1 when absent.</summary>
    public Fraction? Increment { get; init; }

    /// <summary>What keeps the rule from being counted with these options; empty for a good rule.</summary>
    public IReadOnlyList<RuleFault> Faults(OptionList options) => [.. RuleFaults.Of(this, options)];
}

/// <summary>What an unscored option gets.</summary>
public enum Unscored
{
    /// <summary>Nothing: a score of 0.</summary>
    Zero,

    /// <summary>The ballot is left out of this option's mean.</summary>
    Ignored,
}

/// <summary>How scores are put together.</summary>
public enum ScoreBy
{
    Sum,
    Mean,
}

/// <summary>What happens when the next option is dearer than what is left.</summary>
public enum Fit
{
    /// <summary>It is skipped, and the next that fits is taken.</summary>
    Skip,

    /// <summary>Nothing more is taken.</summary>
    Stop,
}

/// <summary>What a funded option is worth to a voter who approves it.</summary>
public enum Utility
{
    /// <summary>What it costs.</summary>
    Cost,

    /// <summary>One, whatever it costs.</summary>
    Cardinality,
}

/// <summary>What is done with the money that equal shares leave over.</summary>
public enum Completion
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Shares are raised by <see cref="TallyRule.Increment"/>, and all counted anew, until nothing more could be added; the last outcome within the budget stands.</summary>
    RaiseUntilExhaustive,

    /// <summary>The same, but past exhaustive outcomes too, until an outcome overspends; the last before it stands (the official count of Wieliczka, 2023).</summary>
    RaiseUntilOverspent,

    /// <summary>The most voted that still fit, see <see cref="Fit"/>.</summary>
    Greedy,

    /// <summary>L. E. Phragmén's sequential rule: all earn at the same pace from what their shares left, and an option is funded as soon as its supporters can pay it.</summary>
    Phragmen,
}

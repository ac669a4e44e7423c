namespace EssConsult.Tally;

/// <summary>How ballots become a result. Each is defined, with its ties, blanks and incomplete ballots, in the class of its name under Methods/.</summary>
public enum TallyMethod
{
    /// <summary>One motion: for, against, abstention.</summary>
    Motion,

    /// <summary>One choice a ballot.</summary>
    Plurality,

    /// <summary>As many choices as one likes.</summary>
    Approval,

    /// <summary>Up to <see cref="TallyRule.MaxChoices"/> choices.</summary>
    ChooseUpTo,

    /// <summary>Points from 0 to <see cref="TallyRule.MaxScore"/>, summed or averaged.</summary>
    Score,

    /// <summary>Grades in words, compared by their medians.</summary>
    MajorityJudgment,

    /// <summary>Points by rank.</summary>
    Borda,

    /// <summary>Duels, by the strongest paths.</summary>
    Schulze,

    /// <summary>Duels, locked from the strongest.</summary>
    RankedPairs,

    /// <summary>The last is eliminated, and its ballots pass on, until one has more than half.</summary>
    InstantRunoff,

    /// <summary>Single transferable vote, several seats, by the Scottish rules of 2007.</summary>
    Stv,

    /// <summary>A budget spent on the most voted first.</summary>
    Greedy,

    /// <summary>Each ballot fits the budget by itself; then as <see cref="Greedy"/>.</summary>
    Knapsack,

    /// <summary>A budget of which each ballot owns an equal share.</summary>
    EqualShares,
}

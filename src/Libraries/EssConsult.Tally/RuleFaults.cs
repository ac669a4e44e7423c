namespace EssConsult.Tally;

/// <summary>What is wrong with a rule; the sentence for people is the caller's.</summary>
/// <param name="Code">Stable: "missing", "superfluous", "range", "unknown-option".</param>
/// <param name="Property">The property of <see cref="TallyRule"/> in camel case.</param>
public sealed record RuleFault(string Code, string Property);

internal static class RuleFaults
{
    private const string Missing = "missing", Superfluous = "superfluous", Range = "range", UnknownOption = "unknown-option";

    public static IEnumerable<RuleFault> Of(TallyRule rule, OptionList options)
    {
        var method = rule.Method;
        if (!Enum.IsDefined(method))
        {
            yield return new(Range, "method");
            yield break;
        }

        var isBudget = method is TallyMethod.Greedy or TallyMethod.Knapsack or TallyMethod.EqualShares;
        var completes = method == TallyMethod.EqualShares;
        var raises = completes && rule.Completion is Completion.RaiseUntilExhaustive or Completion.RaiseUntilOverspent;
        var fits = method is TallyMethod.Greedy or TallyMethod.Knapsack || (completes && rule.Completion is Completion.Greedy or Completion.Phragmen);
        RuleFault?[] faults =
        [
            Needs("maxChoices", rule.MaxChoices is not null, method == TallyMethod.ChooseUpTo, rule.MaxChoices is null or >= 1),
            Needs("maxScore", rule.MaxScore is not null, method == TallyMethod.Score, rule.MaxScore is null or >= 1),
            Needs("unscored", rule.Unscored is not null, method == TallyMethod.Score, rule.Unscored is not { } unscored || Enum.IsDefined(unscored)),
            Needs("scoreBy", rule.ScoreBy is not null, method == TallyMethod.Score, rule.ScoreBy is not { } by || Enum.IsDefined(by)),
            Needs("grades", rule.Grades is not null, method == TallyMethod.MajorityJudgment, rule.Grades is null || (rule.Grades.Count >= 2 && rule.Grades.Distinct(StringComparer.Ordinal).Count() == rule.Grades.Count)),
            Needs("budget", rule.Budget is not null, isBudget, rule.Budget is null or (>= 1 and <= Ballots.MostWeight)),
            Needs("costs", rule.Costs is not null, isBudget, rule.Costs is null || rule.Costs.Values.All(cost => cost is >= 1 and <= Ballots.MostWeight)),
            Needs("fit", rule.Fit is not null, fits, rule.Fit is not { } fit || Enum.IsDefined(fit)),
            Needs("utility", rule.Utility is not null, completes, rule.Utility is not { } utility || Enum.IsDefined(utility)),
            Needs("completion", rule.Completion is not null, completes, rule.Completion is not { } completion || Enum.IsDefined(completion)),
            May("increment", rule.Increment is not null, raises, rule.Increment is not { } increment || increment > 0),
            May("seats", rule.Seats is not null, !isBudget && method is not (TallyMethod.Motion or TallyMethod.InstantRunoff), rule.Seats is null or >= 1),
            May("majority", rule.Majority is not null, method is TallyMethod.Motion or TallyMethod.Plurality or TallyMethod.Approval or TallyMethod.ChooseUpTo,
                rule.Majority is not { } majority || (majority.Needed > 0 && majority.Needed <= 1 && Enum.IsDefined(majority.Base))),
            May("quorum", rule.Quorum is not null, true, rule.Quorum is not { } quorum || (quorum.Needed > 0 && Enum.IsDefined(quorum.Of) && (quorum.Of == QuorumBase.Ballots || quorum.Needed <= 1))),
        ];
        foreach (var fault in faults.OfType<RuleFault>())
        {
            yield return fault;
        }

        if (isBudget && rule.Costs is { } costs)
        {
            if (options.Any(option => !costs.ContainsKey(option)))
            {
                yield return new(Missing, "costs");
            }

            if (costs.Keys.Any(id => options.IndexOf(id) < 0))
            {
                yield return new(UnknownOption, "costs");
            }
        }

        if (method == TallyMethod.Motion && options.Count != 1)
        {
            yield return new(Range, "options");
        }
    }

    private static RuleFault? Needs(string property, bool given, bool reads, bool good) => reads && !given ? new(Missing, property) : May(property, given, reads, good);

    private static RuleFault? May(string property, bool given, bool reads, bool good) => given && !reads ? new(Superfluous, property) : !good ? new(Range, property) : null;
}

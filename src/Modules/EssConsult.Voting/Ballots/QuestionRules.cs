using EssConsult.Tally;

namespace EssConsult.Voting.Ballots;

/// <summary>Which part of the votes a motion needs.</summary>
internal enum MotionMajority
{
    /// <summary>More « pour » than « contre ».</summary>
    Simple,

    /// <summary>More than half of the ballots cast.</summary>
    Absolute,

    TwoThirds,
    ThreeQuarters,
}

/// <summary>What an organiser sets of a question; the rule that the count reads is made of it.</summary>
internal sealed record QuestionSettings
{
    public TallyMethod Method { get; init; } = TallyMethod.ChooseUpTo;

    public int? Most { get; init; }

    public int? Seats { get; init; }

    public int? MaxScore { get; init; }

    /// <summary>One on a line, the worst first.</summary>
    public string? Grades { get; init; }

    public long? Budget { get; init; }

    public MotionMajority Majority { get; init; }

    public bool DrawsTies { get; init; }
}

internal static class QuestionRules
{
    public const int UsualMost = 3, UsualScore = 5;

    /// <summary>The usual grades of majority judgment, the worst first.</summary>
    public static readonly IReadOnlyList<string> UsualGrades = ["À rejeter", "Insuffisant", "Passable", "Assez bien", "Bien", "Très bien", "Excellent"];

    public static TallyRule Build(QuestionSettings set, IReadOnlyDictionary<string, long> costs, Quorum? quorum)
    {
        var rule = new TallyRule { Method = set.Method, Quorum = quorum };
        var seats = set.Seats is > 1 and var several ? several : (int?)null;
        return set.Method switch
        {
            TallyMethod.Motion => rule with { Majority = MajorityOf(set.Majority) },
            TallyMethod.ChooseUpTo => rule with { MaxChoices = Math.Max(1, set.Most ?? UsualMost), Seats = seats },
            TallyMethod.Score => rule with { MaxScore = Math.Clamp(set.MaxScore ?? UsualScore, 1, 100), Unscored = Unscored.Zero, ScoreBy = ScoreBy.Sum, Seats = seats },
            TallyMethod.MajorityJudgment => rule with { Grades = GradesOf(set.Grades), Seats = seats },
            TallyMethod.Knapsack or TallyMethod.Greedy => rule with { Budget = set.Budget, Costs = costs, Fit = Fit.Skip },
            TallyMethod.EqualShares => rule with { Budget = set.Budget, Costs = costs, Fit = Fit.Skip, Utility = Utility.Cost, Completion = Completion.Greedy },
            TallyMethod.InstantRunoff => rule,
            _ => rule with { Seats = seats },
        };
    }

    public static QuestionSettings Read(BallotQuestion question) => new()
    {
        Method = question.Rule.Method, Most = question.Rule.MaxChoices, Seats = question.Rule.Seats, MaxScore = question.Rule.MaxScore, Grades = question.Rule.Grades is { } grades ? string.Join('\n', grades) : null,
        Budget = question.Rule.Budget, DrawsTies = question.DrawsTies,
        Majority = question.Rule.Majority switch { { Base: MajorityBase.Cast } => MotionMajority.Absolute, { Needed: var needed } when needed == new Fraction(2, 3) => MotionMajority.TwoThirds, { Needed: var needed } when needed == new Fraction(3, 4) => MotionMajority.ThreeQuarters, _ => MotionMajority.Simple },
    };

    public static bool HasCosts(this TallyMethod method) => method is TallyMethod.Knapsack or TallyMethod.Greedy or TallyMethod.EqualShares;

    private static Majority MajorityOf(MotionMajority majority) => majority switch
    {
        MotionMajority.Absolute => new Majority(new Fraction(1, 2), MajorityBase.Cast, MoreThan: true),
        MotionMajority.TwoThirds => new Majority(new Fraction(2, 3)),
        MotionMajority.ThreeQuarters => new Majority(new Fraction(3, 4)),
        _ => Majority.Simple,
    };

    private static IReadOnlyList<string> GradesOf(string? typed)
    {
        var grades = (typed ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return grades.Length >= 2 ? grades : UsualGrades;
    }
}

namespace EssConsult.Tally.Tests;

/// <summary>One ballot of a random vote, by option numbers.</summary>
internal sealed record Cast(BallotKind Kind, int[][] Groups, (int Option, int Grade)[] Grades, Mark Mark = Mark.For)
{
    public void AddTo(Ballots ballots, Func<int, int> renamed, long count = 1)
    {
        switch (Kind)
        {
            case BallotKind.Mark:
                ballots.AddMark(Mark, count);
                break;
            case BallotKind.Approvals:
                ballots.AddApprovals([.. Groups[0].Select(renamed)], count);
                break;
            case BallotKind.Ranking:
                ballots.AddRanking([.. Groups.Select(IReadOnlyList<int> (group) => [.. group.Select(renamed)])], count);
                break;
            default:
                ballots.AddGrades([.. Grades.Select(pair => (renamed(pair.Option), pair.Grade))], count);
                break;
        }
    }
}

/// <summary>A small random vote, the same for the same seed: few voters, so that ties are frequent.</summary>
internal sealed class RandomVote
{
    private const string Letters = "ABCDE";

    public RandomVote(TallyMethod method, int seed, bool complete = false, bool strict = false)
    {
        var random = new Random(seed);
        Options = method == TallyMethod.Motion ? 1 : random.Next(2, 6);
        var most = random.Next(1, 4);
        Rule = RuleOf(method, random, Letters[..Options], most);
        Casts = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => CastOf(method, random, complete, strict))];
    }

    public int Options { get; }

    public TallyRule Rule { get; }

    public Cast[] Casts { get; }

    public static Ballots Box(int options, IEnumerable<Cast> casts, Func<int, int>? renamed = null)
    {
        var ballots = Tests.Box.Of(Letters[..options], electorate: 20);
        foreach (var cast in casts)
        {
            cast.AddTo(ballots, renamed ?? (option => option));
        }

        return ballots;
    }

    public Ballots Box() => Box(Options, Casts);

    public TallyResult Count(string? seed = null) => Tallies.Count(seed is null ? Rule : Rule with { Ties = new TieBreak(seed) }, Box());

    /// <summary>The ballots with the first but for one changed by <paramref name="change"/>.</summary>
    public IEnumerable<Cast> With(int changed, Func<Cast, Cast> change) => Casts.Select((cast, index) => index == changed ? change(cast) : cast);

    private static TallyRule RuleOf(TallyMethod method, Random random, string options, int seats)
    {
        var rule = new TallyRule { Method = method };
        return method switch
        {
            TallyMethod.ChooseUpTo => rule with { MaxChoices = random.Next(1, 4), Seats = seats },
            TallyMethod.Score => rule with { MaxScore = 4, Unscored = (Unscored)random.Next(2), ScoreBy = (ScoreBy)random.Next(2) },
            TallyMethod.MajorityJudgment => rule with { Grades = ["0", "1", "2", "3", "4"] },
            TallyMethod.Stv => rule with { Seats = seats },
            TallyMethod.Greedy or TallyMethod.Knapsack or TallyMethod.EqualShares => rule with
            {
                Budget = random.Next(5, 30), Costs = options.ToDictionary(option => option.ToString(), _ => random.NextInt64(1, 12)),
                Fit = method == TallyMethod.EqualShares ? null : (Fit)random.Next(2), Utility = method == TallyMethod.EqualShares ? (Utility)random.Next(2) : null,
                Completion = method == TallyMethod.EqualShares ? Completion.None : null,
            },
            _ => rule,
        };
    }

    private Cast CastOf(TallyMethod method, Random random, bool complete, bool strict)
    {
        var shuffled = Enumerable.Range(0, Options).ToArray();
        random.Shuffle(shuffled);
        switch (method)
        {
            case TallyMethod.Motion:
                return new Cast(BallotKind.Mark, [], [], (Mark)random.Next(3));
            case TallyMethod.Plurality:
                return new Cast(BallotKind.Approvals, [shuffled[..1]], []);
            case TallyMethod.Approval or TallyMethod.ChooseUpTo or TallyMethod.Greedy or TallyMethod.Knapsack or TallyMethod.EqualShares:
                return new Cast(BallotKind.Approvals, [shuffled[..random.Next(Options + 1)]], []);
            case TallyMethod.Score or TallyMethod.MajorityJudgment:
                return new Cast(BallotKind.Grades, [], [.. shuffled[..(complete ? Options : random.Next(Options + 1))].Select(option => (option, random.Next(5)))]);
            default:
                List<List<int>> groups = [];
                foreach (var option in shuffled[..(complete ? Options : random.Next(Options + 1))])
                {
                    if (groups.Count == 0 || strict || random.Next(4) > 0)
                    {
                        groups.Add([]);
                    }

                    groups[^1].Add(option);
                }

                return new Cast(BallotKind.Ranking, [.. groups.Select(group => group.ToArray())], []);
        }
    }
}

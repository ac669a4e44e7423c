namespace EssConsult.Tally.Tests;

/// <summary>The definitions, word by word and slowly.</summary>
internal static class Plain
{
    public static int Duel(IEnumerable<Cast> casts, int a, int b) => casts.Count(cast => Place(cast, a) < Place(cast, b));

    /// <summary>The widest of all paths without a repeated option.</summary>
    public static int StrongestPath(Cast[] casts, int options, int from, int to, int[] passed)
    {
        int Won(int a, int b) => Duel(casts, a, b) is var votes && votes > Duel(casts, b, a) ? votes : 0;
        var best = Won(from, to);
        foreach (var by in Enumerable.Range(0, options).Where(option => option != from && option != to && !passed.Contains(option)))
        {
            best = Math.Max(best, Math.Min(Won(from, by), StrongestPath(casts, options, by, to, [.. passed, from])));
        }

        return best;
    }

    /// <summary>Grades of an option, the middle one removed again and again.</summary>
    public static int[] MiddleGrades(IEnumerable<int> given)
    {
        var grades = given.Order().ToList();
        List<int> value = [];
        while (grades.Count > 0)
        {
            value.Add(grades[(grades.Count - 1) / 2]);
            grades.RemoveAt((grades.Count - 1) / 2);
        }

        return [.. value];
    }

    /// <summary>The ballot with one option a step higher, or approved.</summary>
    public static Cast Raise(Cast cast, int option, TallyRule rule)
    {
        switch (cast.Kind)
        {
            case BallotKind.Approvals:
                return rule.Method == TallyMethod.Plurality ? cast with { Groups = [[option]] } : cast with { Groups = [[.. cast.Groups[0].Union([option])]] };
            case BallotKind.Grades:
                // Given the best grade: a ballot that left it out, and the mean with it, may otherwise lower it.
                return cast with { Grades = [.. cast.Grades.Where(pair => pair.Option != option), (option, 4)] };
            default:
                var at = Array.FindIndex(cast.Groups, group => group.Contains(option));
                var without = cast.Groups.Select(group => group.Where(other => other != option).ToArray()).ToList();
                without.Insert(at < 0 ? without.Count : Math.Max(0, at - 1), [option]);
                return cast with { Groups = [.. without.Where(group => group.Length > 0)] };
        }
    }

    /// <summary>Equal shares by the definition: every voter by himself, everything in fractions. Ties as the rule has them.</summary>
    public static List<int> EqualShares(int[][] approvals, long[] costs, Fraction share, bool byCost, int[] places)
    {
        var money = approvals.Select(_ => share).ToArray();
        List<int> funded = [];
        while (true)
        {
            var best = (from option in Enumerable.Range(0, costs.Length)
                        where !funded.Contains(option)
                        let most = Most(approvals, money, option, costs[option])
                        where most is not null
                        let price = byCost ? most.Value / costs[option] : most.Value
                        orderby price, costs[option], approvals.Count(approved => approved.Contains(option)) descending, places[option]
                        select (option, most: most.Value)).ToList();
            if (best.Count == 0)
            {
                return funded;
            }

            funded.Add(best[0].option);
            foreach (var voter in Enumerable.Range(0, money.Length).Where(voter => approvals[voter].Contains(best[0].option)))
            {
                money[voter] -= money[voter] < best[0].most ? money[voter] : best[0].most;
            }
        }
    }

    private static Fraction? Most(int[][] approvals, Fraction[] money, int option, long cost)
    {
        var purses = Enumerable.Range(0, money.Length).Where(voter => approvals[voter].Contains(option)).Select(voter => money[voter]).Order().ToList();
        Fraction need = cost;
        for (var index = 0; index < purses.Count; index++)
        {
            var each = need / (purses.Count - index);
            if (purses[index] >= each)
            {
                return each;
            }

            need -= purses[index];
        }

        return null;
    }

    private static int Place(Cast cast, int option) => Array.FindIndex(cast.Groups, group => group.Contains(option)) is >= 0 and var place ? place : int.MaxValue;
}

namespace EssConsult.Tally.Tests;

/// <summary>Ballots in few words: options are letters, a ranking is "AB=C" (B and C equal), a set of choices "AB".</summary>
internal static class Box
{
    public static Ballots Ranked(string options, params (int Count, string Order)[] cast)
    {
        var ballots = Of(options);
        foreach (var (count, order) in cast)
        {
            List<List<string>> groups = [];
            for (var place = 0; place < order.Length; place++)
            {
                if (order[place] == '=')
                {
                    groups[^1].Add(order[++place].ToString());
                }
                else
                {
                    groups.Add([order[place].ToString()]);
                }
            }

            ballots.AddRanking([.. groups], count);
        }

        return ballots;
    }

    public static Ballots Approving(string options, params (int Count, string Chosen)[] cast)
    {
        var ballots = Of(options);
        foreach (var (count, chosen) in cast)
        {
            ballots.AddApprovals(chosen.Select(letter => letter.ToString()), count);
        }

        return ballots;
    }

    /// <summary>Grades by digits in the options' order, a hyphen for none.</summary>
    public static Ballots Graded(string options, params (int Count, string Grades)[] cast)
    {
        var ballots = Of(options);
        foreach (var (count, grades) in cast)
        {
            ballots.AddGrades([.. grades.Index().Where(pair => pair.Item != '-').Select(pair => (pair.Index, pair.Item - '0'))], count);
        }

        return ballots;
    }

    public static Ballots Of(string options, long? electorate = null) => new(new OptionList(options.Select(letter => letter.ToString()))) { Electorate = electorate };

    public static string Words(IReadOnlyList<IReadOnlyList<string>> ranking) => string.Join(' ', ranking.Select(group => string.Join('=', group)));

    public static string Words(IReadOnlyList<string> options) => string.Concat(options);

    /// <summary>One figure of all options.</summary>
    public static string Figures(this TallyResult result, string name) => string.Join(' ', result.Options.Select(option => option.Figures[name]));

    public static TallyResult Count(this Ballots ballots, TallyMethod method, TieBreak? ties = null) => Tallies.Count(new TallyRule { Method = method, Ties = ties ?? TieBreak.List }, ballots);
}

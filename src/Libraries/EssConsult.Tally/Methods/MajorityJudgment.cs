namespace EssConsult.Tally.Methods;

/// <summary>
/// Options stand in the order of their middle grade (of an even number, the worse of the two). Equal ones: one middle grade is removed from each, again and again,
/// until they differ. An option that a ballot does not grade has the worst grade from it; nothing graded is a blank ballot, a grade that does not exist spoils it.
/// </summary>
/// <remarks>
/// Figures: median (rank of the grade, 0 the worst), above and below (ballots above and below it), grade0, grade1… (ballots by grade).
/// Source: M. Balinski and R. Laraki, « Majority Judgment », MIT Press, 2010, chapter 1; not the variants by shares that compare above and below only.
/// </remarks>
internal sealed class MajorityJudgment : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting)
    {
        if (ballot.Kind != BallotKind.Grades)
        {
            return false;
        }

        for (var place = 1; place < ballot.Data.Length; place += 2)
        {
            if (ballot.Data[place] >= counting.Rule.Grades!.Count)
            {
                return false;
            }
        }

        return true;
    }

    public override void Count(Counting counting)
    {
        var grades = counting.Rule.Grades!.Count;
        var given = new long[counting.Options.Count * grades];
        foreach (var row in counting.Valid)
        {
            var ballot = counting.Ballots[row];
            for (var place = 0; place < ballot.Data.Length; place += 2)
            {
                given[(ballot.Data[place] * grades) + ballot.Data[place + 1]] += ballot.Count;
            }
        }

        if (counting.ValidVotes == 0)
        {
            counting.Ranking = counting.RankBy((_, _) => 0);
            return;
        }

        var counts = given.Chunk(grades).Select(option => new GradeCounts([counting.ValidVotes - option.Skip(1).Sum(), .. option.Skip(1)])).ToArray();
        foreach (var (option, count) in counts.Index())
        {
            var median = count.Median;
            counting.Figure("median", option, median);
            counting.Figure("above", option, count.Above(median));
            counting.Figure("below", option, count.Below(median));
            for (var grade = 0; grade < grades; grade++)
            {
                counting.Figure($"grade{grade}", option, count.Of(grade));
            }
        }

        counting.Ranking = counting.RankBy((a, b) => GradeCounts.Compare(counts[a], counts[b], out _, out _, out _));
        Explain(counting, counts);
        counting.ElectFirst();
    }

    private static void Explain(Counting counting, GradeCounts[] counts)
    {
        int? before = null;
        foreach (var option in counting.Ranking.SelectMany(group => group))
        {
            var median = counts[option].Median;
            if (before is { } better && counts[better].Median == median)
            {
                GradeCounts.Compare(counts[better], counts[option], out var removed, out var first, out var second);
                counting.Say(TraceKind.MiddleGrades, [better, option], ("removed", removed), ("first", first), ("second", second));
            }

            counting.Say(TraceKind.Median, [option], ("rank", median), ("above", counts[option].Above(median)), ("below", counts[option].Below(median)));
            before = option;
        }
    }
}

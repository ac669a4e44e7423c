namespace EssConsult.Tally.Methods;

/// <summary>
/// Scores from 0 to the greatest that the rule allows, summed or averaged; the highest win. An unscored option gets 0 from the ballot (<see cref="Unscored.Zero"/>),
/// or the ballot is left out of its mean (<see cref="Unscored.Ignored"/>; for sums both are the same). Nothing scored is a blank ballot, one score too high a spoiled one.
/// </summary>
/// <remarks>Figures: sum, scored (ballots that score it), mean unless nobody did. An option without mean stands last and does not win.</remarks>
internal sealed class Score : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting)
    {
        if (ballot.Kind != BallotKind.Grades)
        {
            return false;
        }

        for (var place = 1; place < ballot.Data.Length; place += 2)
        {
            if (ballot.Data[place] > counting.Rule.MaxScore!.Value)
            {
                return false;
            }
        }

        return true;
    }

    public override void Count(Counting counting)
    {
        var sums = new Int128[counting.Options.Count];
        var scored = new long[sums.Length];
        foreach (var row in counting.Valid)
        {
            var ballot = counting.Ballots[row];
            for (var place = 0; place < ballot.Data.Length; place += 2)
            {
                sums[ballot.Data[place]] += Math.BigMul(ballot.Count, (long)ballot.Data[place + 1]);
                scored[ballot.Data[place]] += ballot.Count;
            }
        }

        var by = counting.Rule.ScoreBy!.Value;
        var values = sums.Select((sum, option) => by == ScoreBy.Sum ? (Fraction?)sum : Mean(sum, counting.Rule.Unscored == Unscored.Ignored ? scored[option] : counting.ValidVotes)).ToArray();
        counting.Figure("sum", option => sums[option]);
        counting.Figure("scored", option => scored[option]);
        foreach (var (option, value) in values.Index())
        {
            if (by == ScoreBy.Mean && value is { } mean)
            {
                counting.Figure("mean", option, mean);
            }
        }

        counting.Values(TraceKind.Counted, [], values.Index().Where(pair => pair.Item is not null).Select(pair => (pair.Index, pair.Item!.Value)));
        counting.Ranking = counting.RankBy((a, b) => Nullable.Compare(values[a], values[b]));
        counting.ElectFirst(option => values[option] is not null);
    }

    private static Fraction? Mean(Int128 sum, long ballots) => ballots == 0 ? null : new Fraction(sum, ballots);
}

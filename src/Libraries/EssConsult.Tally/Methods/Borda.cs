namespace EssConsult.Tally.Methods;

/// <summary>
/// With n options, n − 1 points for the first of a ballot, n − 2 for the next, 0 for the last. Equals share the average of their places, and so do the options that
/// a ballot leaves out, behind those it ranks. The most points win.
/// </summary>
/// <remarks>Figures: points, which may be halves. Source: J.-C. de Borda, « Mémoire sur les élections au scrutin », 1781.</remarks>
internal sealed class Borda : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting) => ballot.Kind == BallotKind.Ranking;

    public override void Count(Counting counting)
    {
        var n = counting.Options.Count;
        var doubled = new Int128[n];
        var ranked = new bool[n];
        foreach (var row in counting.Valid)
        {
            var ballot = counting.Ballots[row];
            Array.Clear(ranked);
            for (var start = 0; start < ballot.Data.Length;)
            {
                var end = start;
                while (ballot.Data[end] >= 0)
                {
                    end++;
                }

                var points = ballot.Count * (Int128)((2 * (n - 1 - start)) - (end - start));
                for (; start <= end; start++)
                {
                    var option = start == end ? ~ballot.Data[start] : ballot.Data[start];
                    doubled[option] += points;
                    ranked[option] = true;
                }
            }

            var rest = ballot.Count * (Int128)(n - 1 - ballot.Data.Length);
            for (var option = 0; rest > 0 && option < n; option++)
            {
                doubled[option] += ranked[option] ? 0 : rest;
            }
        }

        counting.Figure("points", option => new Fraction(doubled[option], 2));
        counting.Values(TraceKind.Counted, [], doubled.Select((points, option) => (option, new Fraction(points, 2))));
        counting.Ranking = counting.RankBy((a, b) => doubled[a].CompareTo(doubled[b]));
        counting.ElectFirst();
    }
}

namespace EssConsult.Tally.Methods;

/// <summary>
/// A path is as strong as its weakest duel, a won duel as strong as the votes of its winner (winning votes). One option beats another when its strongest path to it
/// is stronger than the one back. The unbeaten are first; then, without counting anew, those that only these beat. A Condorcet winner is always elected.
/// </summary>
/// <remarks>
/// Figures: beats, beatenBy (how many others). Trace: the duels, then each pair of options in the order of the ranking.
/// Source: M. Schulze, « A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method », Social Choice and Welfare 36, 2011.
/// </remarks>
internal sealed class Schulze : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting) => ballot.Kind == BallotKind.Ranking;

    public override void Count(Counting counting)
    {
        var duels = new Duels(counting);
        duels.Say(counting);
        var paths = Strongest(duels);
        bool Beats(int a, int b) => paths[a, b] > paths[b, a];
        var all = Enumerable.Range(0, duels.Count);
        counting.Figure("beats", option => all.Count(other => Beats(option, other)));
        counting.Figure("beatenBy", option => all.Count(other => Beats(other, option)));
        counting.Ranking = Duels.Layers(duels.Count, Beats);
        int[] order = [.. counting.Ranking.SelectMany(group => group)];
        for (var place = 0; place < order.Length; place++)
        {
            foreach (var later in order.AsSpan(place + 1))
            {
                counting.Say(TraceKind.Path, [order[place], later], ("path", paths[order[place], later]), ("back", paths[later, order[place]]));
            }
        }

        counting.ElectFirst();
    }

    private static long[,] Strongest(Duels duels)
    {
        var n = duels.Count;
        var paths = new long[n, n];
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                paths[a, b] = a != b && duels[a, b] > duels[b, a] ? duels[a, b] : 0;
            }
        }

        for (var by = 0; by < n; by++)
        {
            for (var a = 0; a < n; a++)
            {
                for (var b = 0; a != by && b < n; b++)
                {
                    if (b != a && b != by)
                    {
                        paths[a, b] = Math.Max(paths[a, b], Math.Min(paths[a, by], paths[by, b]));
                    }
                }
            }
        }

        return paths;
    }
}

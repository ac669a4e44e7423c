namespace EssConsult.Tally.Methods;

/// <summary>
/// Won duels are locked from the strongest (most votes of the winner, then fewest of the loser), but for those that would close a circle with what is locked. The
/// unbeaten are first, then those that only these beat. Equally strong duels: with a seed, one after the other in the drawn order of winners, then of losers; without,
/// all together, but for those that would be part of a circle of locked ones and of each other. A Condorcet winner is always elected.
/// </summary>
/// <remarks>
/// Figures: beats, beatenBy (locked, directly). Source: T. N. Tideman, « Independence of clones as a criterion for voting rules », Social Choice and Welfare 4, 1987;
/// T. Zavist and Tideman, ibid. 6, 1989, for drawn ties.
/// </remarks>
internal sealed class RankedPairs : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting) => ballot.Kind == BallotKind.Ranking;

    public override void Count(Counting counting)
    {
        var duels = new Duels(counting);
        duels.Say(counting);
        var all = Enumerable.Range(0, duels.Count).ToArray();
        var isDrawn = counting.Rule.Ties.Seed is not null;
        var pairs = from winner in all from loser in all where duels[winner, loser] > duels[loser, winner] select new Duel(winner, loser, duels[winner, loser], duels[loser, winner]);
        var locked = new LockedDuels(duels.Count);
        foreach (var equals in pairs.GroupBy(pair => (pair.For, pair.Against)).OrderByDescending(group => group.Key.For).ThenBy(group => group.Key.Against))
        {
            IEnumerable<Duel[]> turns = isDrawn ? equals.OrderBy(pair => counting.PlaceOf(pair.Winner)).ThenBy(pair => counting.PlaceOf(pair.Loser)).Select(pair => new[] { pair }) : [[.. equals]];
            foreach (var turn in turns)
            {
                var circles = locked.Circles(turn);
                foreach (var (index, pair) in turn.Index())
                {
                    counting.Say(circles[index] ? TraceKind.PairSkipped : TraceKind.PairLocked, [pair.Winner, pair.Loser], ("for", pair.For), ("against", pair.Against));
                }

                locked.Lock(turn.Where((_, index) => !circles[index]));
            }
        }

        counting.Figure("beats", option => all.Count(other => locked.Holds(option, other)));
        counting.Figure("beatenBy", option => all.Count(other => locked.Holds(other, option)));
        counting.Ranking = Duels.Layers(duels.Count, locked.Holds);
        counting.ElectFirst();
    }
}

internal sealed record Duel(int Winner, int Loser, long For, long Against);

namespace EssConsult.Tally.Methods;

/// <summary>
/// Each ballot counts for the first option it ranks among those standing. Whoever has more than half of the ballots that still count is elected; otherwise the last is
/// eliminated. A ballot is exhausted when it ranks nobody standing, or two of them equal and next. Last ones whose votes together are fewer than the next one's go
/// together, since none of them could catch up; other equals: the fewest votes in the latest round that tells them apart, then the last of the draw, and without
/// a seed the count stops there and says between whom.
/// </summary>
/// <remarks>Figures: votes (in the last round counted for the option), round (that one). Exhausted like Burlington's charter, Vermont, 2009.</remarks>
internal sealed class InstantRunoff : Method
{
    protected override bool Accepts(Ballot ballot, Counting counting) => ballot.Kind == BallotKind.Ranking;

    public override void Count(Counting counting)
    {
        var standing = Enumerable.Repeat(true, counting.Options.Count).ToArray();
        var history = new RoundHistory(counting);
        List<List<int>> gone = [];
        while (standing.Contains(true))
        {
            var left = Enumerable.Range(0, standing.Length).Where(option => standing[option]).ToList();
            var votes = CountRound(counting, standing, left, history);
            if (counting.ValidVotes == 0)
            {
                counting.Ranking = [left];
                break;
            }

            var first = left.MaxBy(option => votes[option]);
            if (left.Count == 1 || votes[first] * 2 > left.Aggregate(Int128.Zero, (sum, option) => sum + votes[option]))
            {
                Elect(counting, history, left, votes, first);
                break;
            }

            if (Last(history, left, votes) is not { } last)
            {
                counting.Ranking = [[.. left.OrderByDescending(option => votes[option])]];
                break;
            }

            gone.Insert(0, last);
            foreach (var option in last)
            {
                standing[option] = false;
                counting.Say(TraceKind.Eliminated, [option], ("round", history.Rounds), ("votes", votes[option]));
            }
        }

        counting.Ranking.AddRange(gone);
    }

    private static Int128[] CountRound(Counting counting, bool[] standing, List<int> left, RoundHistory history)
    {
        var votes = new Int128[standing.Length];
        counting.Exhausted = 0;
        foreach (var row in counting.Valid)
        {
            var ballot = counting.Ballots[row];
            if (FirstOf(ballot.Data, standing) is >= 0 and var option)
            {
                votes[option] += ballot.Count;
            }
            else
            {
                counting.Exhausted += ballot.Count;
            }
        }

        history.Add(votes);
        counting.Values(TraceKind.Round, [], left.Select(option => (option, (Fraction)votes[option])), ("round", history.Rounds), ("exhausted", counting.Exhausted));
        foreach (var option in left)
        {
            counting.Figure("votes", option, votes[option]);
            counting.Figure("round", option, history.Rounds);
        }

        return votes;
    }

    /// <summary>-1 when nobody standing is left, or two are equal.</summary>
    private static int FirstOf(ReadOnlySpan<int> ranked, bool[] standing)
    {
        var found = -1;
        foreach (var place in ranked)
        {
            var option = place < 0 ? ~place : place;
            if (standing[option])
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = option;
            }

            if (place < 0 && found >= 0)
            {
                return found;
            }
        }

        return found;
    }

    private static List<int>? Last(RoundHistory history, List<int> left, Int128[] votes)
    {
        var fewest = left.Min(option => votes[option]);
        var equals = left.Where(option => votes[option] == fewest).ToList();
        if (equals.Count == 1 || (equals.Count < left.Count && fewest * equals.Count < left.Where(option => votes[option] > fewest).Min(option => votes[option])))
        {
            return equals;
        }

        return history.Decide(equals, most: false, wanted: 1) is { } last ? [last] : null;
    }

    private static void Elect(Counting counting, RoundHistory history, List<int> left, Int128[] votes, int first)
    {
        if (counting.ValidVotes > 0)
        {
            counting.Winners.Add(first);
            counting.Say(TraceKind.Elected, [first], ("round", history.Rounds), ("votes", votes[first]));
        }

        counting.Ranking = [.. left.GroupBy(option => votes[option]).OrderByDescending(group => group.Key).Select(group => group.ToList())];
    }
}

namespace EssConsult.Tally.Methods;

/// <summary>Votes of each option at the end of each round, for ties that earlier rounds decide.</summary>
internal sealed class RoundHistory(Counting counting)
{
    private readonly List<Int128[]> rounds = [];

    public int Rounds => rounds.Count;

    public void Add(Int128[] votes) => rounds.Add([.. votes]);

    /// <summary>
    /// Of equals, the one that had the most (or the fewest) votes in the latest round before this one in which they were not all equal; of those still equal, the
    /// first (or the last) of the drawn order.
    /// </summary>
    /// <returns><see langword="null"/>, and the count is left open, where only a draw could tell.</returns>
    public int? Decide(IReadOnlyList<int> equals, bool most, int wanted)
    {
        var left = equals;
        for (var round = rounds.Count - 2; round >= 0 && left.Count > 1; round--)
        {
            var votes = left.Select(option => rounds[round][option]).ToArray();
            var extreme = most ? votes.Max() : votes.Min();
            if (votes.Any(count => count != extreme))
            {
                int[] order = most ? [.. left.OrderByDescending(option => rounds[round][option])] : [.. left.OrderBy(option => rounds[round][option])];
                counting.Say(TraceKind.TieByEarlierRound, order, ("round", round + 1));
                left = [.. left.Where((_, index) => votes[index] == extreme)];
            }
        }

        if (left.Count == 1)
        {
            return left[0];
        }

        if (counting.Draw(left, 1) is not { } drawn)
        {
            counting.LeaveOpen(left, wanted);
            return null;
        }

        return most ? drawn[0] : drawn[^1];
    }
}

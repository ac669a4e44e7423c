using System.Runtime.CompilerServices;

namespace EssConsult.Seating.Tables;

/// <summary>
/// Local search by swaps of two people: threshold accepting (Dueck and Scheuer, 1990), which is annealing without
/// logarithms and so gives the same plan on every machine. Its length is counted in proposals, never in seconds.
/// </summary>
internal static class SwapSearch
{
    private const int ProposalsPerPerson = 10_000;
    private const int MostProposals = 20_000_000;

    /// <param name="threshold">How much worse a swap may make things at first; falls to 0.</param>
    /// <param name="goal">Cost at which nothing is left to improve.</param>
    /// <param name="mostMoved">Nobody more is moved than this, or than were moved at the start.</param>
    /// <returns>The best arrangement met.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Arrangement Improve(Arrangement start, int people, SplitMix64 random, int threshold, long goal = 0, int mostMoved = int.MaxValue)
    {
        if (start.Tables.Count(table => table.Count > 0) < 2)
        {
            return start;
        }

        var (best, lowest) = (start.Copy(), start.Cost);
        var proposals = Math.Min(MostProposals, ProposalsPerPerson * people);
        for (var proposal = 0; proposal < proposals && lowest > goal; proposal++)
        {
            var (one, other) = (random.Below(people), random.Below(people));
            if (start.TableOf[one] == start.TableOf[other])
            {
                continue;
            }

            var most = Threshold(threshold, proposal, proposals);
            var difference = start.Difference(one, other, most);
            if (difference <= most && MayMove(start, one, other, mostMoved))
            {
                start.Swap(one, other, difference);
                if (start.Cost < lowest)
                {
                    (best, lowest) = (start.Copy(), start.Cost);
                }
            }
        }

        return start.With(best);
    }

    // Falls as a parabola and is 0 for the last fifth.
    private static int Threshold(int first, int proposal, int proposals)
    {
        var left = Math.Max(0, 1 - (1.25 * proposal / proposals));
        return (int)(first * left * left);
    }

    private static bool MayMove(Arrangement arrangement, int one, int other, int most)
    {
        var change = arrangement.MovedBy(one, other);
        return change <= 0 || arrangement.Moved + change <= most;
    }
}

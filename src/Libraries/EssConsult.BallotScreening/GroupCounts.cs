using System.Runtime.InteropServices;

namespace EssConsult.BallotScreening;

/// <summary>
/// How often each group occurs, and in what rhythm, in bounded memory: after each <paramref name="capacity"/> ballots, groups that occurred no oftener than such rounds have gone by are
/// forgotten. A number is then too small by at most that many rounds, never too large.
/// </summary>
/// <remarks>Source: G. Manku and R. Motwani, « Approximate frequency counts over data streams », VLDB 2002.</remarks>
internal sealed class GroupCounts(int capacity)
{
    private readonly Dictionary<ulong, Group> groups = [];
    private int seen;
    private int rounds;

    public void Add(ulong group, DateTime at)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out var exists);
        if (exists)
        {
            var gap = (long)(at - entry.Last).TotalMilliseconds;
            entry.Gaps += gap;
            entry.Squares += (Int128)gap * gap;
        }
        else
        {
            entry.Missed = rounds;
        }

        entry.Count++;
        entry.Last = at;
        if (++seen % capacity == 0)
        {
            rounds++;
            foreach (var (rare, _) in groups.Where(pair => pair.Value.Count + pair.Value.Missed <= rounds).ToList())
            {
                groups.Remove(rare);
            }
        }
    }

    public int Count(ulong group) => groups.TryGetValue(group, out var entry) ? entry.Count : 0;

    /// <summary>Whether the standard deviation of the times between is at most so many percent of their mean.</summary>
    public bool IsEven(ulong group, int percent)
    {
        if (!groups.TryGetValue(group, out var entry) || entry.Gaps == 0)
        {
            return false;
        }

        return (Int128)10_000 * (entry.Count - 1) * entry.Squares <= (10_000 + (percent * percent)) * ((Int128)entry.Gaps * entry.Gaps);
    }

    private struct Group
    {
        public int Count;
        public int Missed;
        public DateTime Last;
        public long Gaps;
        public Int128 Squares;
    }
}

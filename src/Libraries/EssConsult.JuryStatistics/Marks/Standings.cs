namespace EssConsult.JuryStatistics.Marks;

/// <summary>One place of a ranking.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Rank">From 1; equal ones share it and the next is left out: 1, 2, 2, 4.</param>
/// <param name="DecidedBy">The first rule that tells this entry from the one before it; 0 for the result itself, -1 for the first and for who shares a rank.</param>
public sealed record Place<T>(T Entry, int Rank, int DecidedBy);

/// <summary>Orders entries by a result, and equal ones by a ladder of rules that was fixed beforehand.</summary>
public static class Standings
{
    /// <param name="entries">In any order.</param>
    /// <param name="ladder">The result first, then the rules for ties; the greater value goes before. A rule has no opinion where it gives <see langword="null"/> to either.</param>
    public static IReadOnlyList<Place<T>> Order<T>(IEnumerable<T> entries, params IReadOnlyList<Func<T, decimal?>> ladder)
        where T : notnull
    {
        var sorted = entries.ToList();
        var steps = sorted.ToDictionary(entry => entry, entry => ladder.Select(rule => rule(entry)).ToArray());
        var order = sorted.OrderBy(entry => entry, Comparer<T>.Create((one, other) => Compare(steps[one], steps[other]).Order)).ToList();
        var places = new List<Place<T>>(order.Count);
        for (var index = 0; index < order.Count; index++)
        {
            var (difference, rule) = index == 0 ? (0, -1) : Compare(steps[order[index - 1]], steps[order[index]]);
            places.Add(new Place<T>(order[index], index > 0 && difference == 0 ? places[^1].Rank : index + 1, difference == 0 ? -1 : rule));
        }

        return places;
    }

    private static (int Order, int Rule) Compare(decimal?[] one, decimal?[] other)
    {
        // A result that is missing comes last; further down a rule without an opinion is passed over.
        for (var rule = 0; rule < one.Length; rule++)
        {
            var order = (one[rule], other[rule]) switch
            {
                ({ } a, { } b) => b.CompareTo(a),
                (null, null) => 0,
                (null, _) => rule == 0 ? 1 : 0,
                _ => rule == 0 ? -1 : 0,
            };
            if (order != 0)
            {
                return (order, rule);
            }
        }

        return (0, -1);
    }
}

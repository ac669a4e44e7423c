namespace EssConsult.JuryStatistics.Rankings;

/// <summary>Majority judgment: grades in words, the middle one counts, and among equals the one that remains when it is taken away.</summary>
/// <remarks>M. Balinski and R. Laraki, « Majority Judgment », MIT Press, 2010, ch. 1.3.</remarks>
public static class MajorityJudgment
{
    /// <summary>The majority value: the lower middle, then the lower middle of what is left, and so on.</summary>
    /// <param name="grades">The greater the better.</param>
    public static IReadOnlyList<int> Value(IEnumerable<int> grades)
    {
        var left = grades.Order().ToList();
        var value = new List<int>(left.Count);
        while (left.Count > 0)
        {
            var middle = (left.Count - 1) / 2;
            value.Add(left[middle]);
            left.RemoveAt(middle);
        }

        return value;
    }

    /// <summary>Entries from the best; equal ones in one group.</summary>
    /// <param name="grades">Of each entry, as many for each.</param>
    /// <exception cref="ArgumentException">Other numbers of grades: their sequences cannot be compared.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Order(IReadOnlyList<IReadOnlyCollection<int>> grades)
    {
        if (grades.Select(entry => entry.Count).Distinct().Skip(1).Any())
        {
            throw new ArgumentException("Every entry has as many grades.", nameof(grades));
        }

        var values = grades.Select(Value).ToList();
        return [.. Enumerable.Range(0, grades.Count).GroupBy(entry => values[entry], Same).OrderByDescending(group => group.Key, Comparer<IReadOnlyList<int>>.Create(Compare)).Select(group => (IReadOnlyList<int>)[.. group.Order()])];
    }

    private static readonly EqualityComparer<IReadOnlyList<int>> Same = EqualityComparer<IReadOnlyList<int>>.Create((one, other) => one!.SequenceEqual(other!), value => value.Count == 0 ? 0 : value[0]);

    private static int Compare(IReadOnlyList<int> one, IReadOnlyList<int> other) => one.Zip(other).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(order => order != 0);
}

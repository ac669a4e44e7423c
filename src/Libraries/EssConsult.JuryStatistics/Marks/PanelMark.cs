namespace EssConsult.JuryStatistics.Marks;

/// <summary>One mark of several, in decimals: what is published can be done again with a pencil.</summary>
public static class PanelMark
{
    /// <returns><see langword="null"/> without a mark: missing is never zero.</returns>
    public static decimal? Mean(IReadOnlyCollection<decimal> marks) => marks.Count == 0 ? null : marks.Sum() / marks.Count;

    /// <summary>The middle mark; of an even number, the mean of the two in the middle.</summary>
    /// <returns><see langword="null"/> without a mark.</returns>
    public static decimal? Median(IReadOnlyCollection<decimal> marks)
    {
        var sorted = marks.Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The mean without so many of the highest and of the lowest marks; among equal ones it does not matter which.</summary>
    /// <param name="marks">In any order.</param>
    /// <param name="dropped">On either side, 0 or more.</param>
    /// <returns><see langword="null"/> where nothing would be left.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number to drop.</exception>
    public static decimal? TrimmedMean(IReadOnlyCollection<decimal> marks, int dropped)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dropped);
        return marks.Count <= 2 * dropped ? null : Mean(marks.Order().ToArray()[dropped..^dropped]);
    }

    /// <summary>Sum of marks times weights, divided by the sum of the weights of those that are there.</summary>
    /// <param name="marks">One a criterion; <see langword="null"/> where there is none.</param>
    /// <param name="weights">As many, none negative.</param>
    /// <returns><see langword="null"/> where no criterion with a weight has a mark.</returns>
    /// <exception cref="ArgumentException">Other numbers of marks and weights, or a negative weight.</exception>
    public static decimal? Weighted(IReadOnlyList<decimal?> marks, IReadOnlyList<decimal> weights)
    {
        if (marks.Count != weights.Count || weights.Any(weight => weight < 0))
        {
            throw new ArgumentException("One weight for each criterion, none negative.", nameof(weights));
        }

        var given = marks.Zip(weights).Where(pair => pair.First is not null).ToList();
        var total = given.Sum(pair => pair.Second);
        return total == 0 ? null : given.Sum(pair => pair.First!.Value * pair.Second) / total;
    }
}

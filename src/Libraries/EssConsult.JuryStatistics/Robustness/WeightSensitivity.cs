namespace EssConsult.JuryStatistics.Robustness;

/// <summary>Other weights under which two entries are equal.</summary>
/// <param name="Moved">Weight that goes from some criteria to another; the total of all changes is twice as much.</param>
/// <param name="Weights">As they would be: none negative, with the same sum.</param>
public sealed record WeightShift(decimal Moved, IReadOnlyList<decimal> Weights)
{
    /// <summary>The sum of all changes, without their signs.</summary>
    public decimal Total => 2 * Moved;
}

/// <summary>How much of the weights would have to be moved for another order.</summary>
/// <remarks>
/// The linear programme « least Σ|δ| with d·(w + δ) = 0, Σδ = 0, w + δ ≥ 0 » has a closed form: weight goes to the criterion that is worst
/// for the one ahead, from the best one first, and from the next when that has none left.
/// </remarks>
public static class WeightSensitivity
{
    /// <param name="weights">One a criterion, none negative.</param>
    /// <param name="one">Marks of one entry, one a criterion.</param>
    /// <param name="other">Marks of another.</param>
    /// <returns>The smallest shift, of nothing where they are equal already; <see langword="null"/> where one is ahead under all weights.</returns>
    /// <exception cref="ArgumentException">Other numbers of marks and weights, or a negative weight.</exception>
    public static WeightShift? ToTie(IReadOnlyList<decimal> weights, IReadOnlyList<decimal> one, IReadOnlyList<decimal> other)
    {
        if (weights.Count == 0 || one.Count != weights.Count || other.Count != weights.Count || weights.Any(weight => weight < 0))
        {
            throw new ArgumentException("One mark and one weight for each criterion, none of the weights negative.", nameof(weights));
        }

        var ahead = Score(weights, one) >= Score(weights, other) ? 1 : -1;
        decimal[] lead = [.. one.Zip(other, (a, b) => ahead * (a - b))];
        decimal[] shifted = [.. weights];
        var (left, worst, moved) = (Score(weights, lead), Array.IndexOf(lead, lead.Min()), 0m);
        foreach (var criterion in Enumerable.Range(0, lead.Length).OrderByDescending(criterion => lead[criterion]).TakeWhile(criterion => lead[criterion] > lead[worst]))
        {
            var gap = lead[criterion] - lead[worst];

            // Compared before it is divided: a quotient that does not end would miss the last digit of an exact end.
            var all = shifted[criterion] * gap <= left;
            var amount = all ? shifted[criterion] : left / gap;
            left = all ? left - (amount * gap) : 0;
            shifted[criterion] -= amount;
            shifted[worst] += amount;
            moved += amount;
        }

        return left == 0 ? new WeightShift(moved, shifted) : null;
    }

    /// <summary>The smallest shift that lets somebody draw level with the first.</summary>
    /// <param name="weights">One a criterion, none negative.</param>
    /// <param name="marks">By entry, one a criterion.</param>
    /// <returns>Who draws level, and how; <see langword="null"/> where the first is ahead under all weights, or alone.</returns>
    public static (int Entry, WeightShift Shift)? OfFirst(IReadOnlyList<decimal> weights, IReadOnlyList<IReadOnlyList<decimal>> marks)
    {
        if (marks.Count == 0)
        {
            return null;
        }

        var first = Enumerable.Range(0, marks.Count).MaxBy(entry => Score(weights, marks[entry]));
        var rivals = Enumerable.Range(0, marks.Count).Where(entry => entry != first).Select(entry => (Entry: entry, Shift: ToTie(weights, marks[first], marks[entry]))).Where(rival => rival.Shift is not null).ToList();
        return rivals.Count == 0 ? null : rivals.Select(rival => (rival.Entry, rival.Shift!)).MinBy(rival => rival.Item2.Moved);
    }

    private static decimal Score(IReadOnlyList<decimal> weights, IReadOnlyList<decimal> marks) => weights.Zip(marks, (weight, mark) => weight * mark).Sum();
}

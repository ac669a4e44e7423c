using EssConsult.JuryStatistics.Marks;

namespace EssConsult.JuryStatistics.Robustness;

/// <summary>What one juror gave to one entry.</summary>
/// <param name="Entry">By number, from 0.</param>
/// <param name="Marks">One a criterion; <see langword="null"/> where there is none.</param>
public sealed record ScoreSheet(int Entry, IReadOnlyList<decimal?> Marks);

/// <summary>An entry's place under other weights.</summary>
/// <param name="Entry">By number.</param>
/// <param name="Result">Mean over jurors of their weighted marks; <see langword="null"/> without a mark that weighs.</param>
/// <param name="Rank">From 1; equal ones share it.</param>
/// <param name="Before">The rank under the weights as they are.</param>
public sealed record WhatIfPlace(int Entry, decimal? Result, int Rank, int Before);

/// <summary>Sheets that are read once and ranked under as many weights as somebody likes to try.</summary>
public sealed class WeightedSheets
{
    // Equal results of quotients that do not end may differ in their last digits.
    private const int Digits = 18;

    private readonly (int Entry, decimal?[] Marks)[] sheets;
    private readonly int entries;
    private readonly int criteria;

    /// <param name="entries">How many there are.</param>
    /// <param name="sheets">In any order.</param>
    /// <exception cref="ArgumentException">Sheets with other numbers of criteria, or of an unknown entry.</exception>
    public WeightedSheets(int entries, IEnumerable<ScoreSheet> sheets)
    {
        this.entries = entries;
        this.sheets = [.. sheets.Select(sheet => (sheet.Entry, sheet.Marks.ToArray()))];
        criteria = this.sheets.Length == 0 ? 0 : this.sheets[0].Marks.Length;
        if (this.sheets.Any(sheet => sheet.Marks.Length != criteria || sheet.Entry < 0 || sheet.Entry >= entries))
        {
            throw new ArgumentException("Sheets are of entries that are there, and have one place for each criterion.", nameof(sheets));
        }
    }

    /// <summary>By entry: the same as <see cref="PanelMark.Weighted"/> of each sheet and their mean.</summary>
    /// <param name="weights">One a criterion, none negative.</param>
    /// <exception cref="ArgumentException">Another number of weights, or a negative one.</exception>
    public decimal?[] Results(IReadOnlyList<decimal> weights)
    {
        if (weights.Any(weight => weight < 0) || (weights.Count != criteria && sheets.Length > 0))
        {
            throw new ArgumentException("One weight for each criterion, none negative.", nameof(weights));
        }

        var (sums, counts, own) = (new decimal[entries], new int[entries], weights.ToArray());
        foreach (var (entry, marks) in sheets)
        {
            var (sum, total) = (0m, 0m);
            for (var criterion = 0; criterion < own.Length; criterion++)
            {
                if (marks[criterion] is { } mark)
                {
                    sum += mark * own[criterion];
                    total += own[criterion];
                }
            }

            if (total > 0)
            {
                sums[entry] += sum / total;
                counts[entry]++;
            }
        }

        return [.. sums.Zip(counts, (sum, count) => count == 0 ? (decimal?)null : sum / count)];
    }

    /// <param name="weights">As they are.</param>
    /// <param name="instead">As they might be.</param>
    /// <param name="rounding">Of results before they are compared, as the rules of the prize say; none by default.</param>
    /// <returns>From the first place under the other weights.</returns>
    public IReadOnlyList<WhatIfPlace> WhatIf(IReadOnlyList<decimal> weights, IReadOnlyList<decimal> instead, RoundingRule? rounding = null)
    {
        decimal?[] Compared(IReadOnlyList<decimal> under) => Array.ConvertAll(Results(under), result => result is { } value ? rounding?.Round(value) ?? decimal.Round(value, Digits) : result);
        IReadOnlyList<Place<int>> Order(decimal?[] results) => Standings.Order(Enumerable.Range(0, entries), entry => results[entry]);
        var (before, after) = (Order(Compared(weights)).ToDictionary(place => place.Entry, place => place.Rank), Compared(instead));
        return [.. Order(after).Select(place => new WhatIfPlace(place.Entry, after[place.Entry], place.Rank, before[place.Entry]))];
    }
}

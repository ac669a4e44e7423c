namespace EssConsult.JuryStatistics.Agreement;

/// <summary>What jurors gave to entries on one scale, holes included: rows are entries, columns are jurors.</summary>
/// <remarks>A missing mark is <see langword="null"/>, never zero: an absent juror has said nothing.</remarks>
public sealed class MarkTable
{
    private readonly double?[][] rows;

    /// <param name="rows">One array an entry, all as long as there are jurors; marks are finite.</param>
    /// <exception cref="ArgumentException">Rows of different lengths, or a mark that is no finite number.</exception>
    public MarkTable(IEnumerable<IReadOnlyList<double?>> rows)
    {
        this.rows = [.. rows.Select(row => row.ToArray())];
        Jurors = this.rows.Length == 0 ? 0 : this.rows[0].Length;
        if (this.rows.Any(row => row.Length != Jurors))
        {
            throw new ArgumentException("Every entry has one place for each juror.", nameof(rows));
        }

        if (this.rows.Any(row => row.Any(mark => mark is { } value && !double.IsFinite(value))))
        {
            throw new ArgumentException("A mark is a finite number.", nameof(rows));
        }
    }

    public int Entries => rows.Length;

    public int Jurors { get; }

    /// <summary>Whether every juror marked every entry.</summary>
    public bool IsComplete => rows.All(row => row.All(mark => mark is not null));

    public double? this[int entry, int juror] => rows[entry][juror];

    /// <summary>The marks that one entry has, in the order of jurors.</summary>
    internal IEnumerable<double> Of(int entry) => rows[entry].OfType<double>();
}

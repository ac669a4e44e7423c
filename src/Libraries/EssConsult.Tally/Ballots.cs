using System.Runtime.InteropServices;

namespace EssConsult.Tally;

/// <summary>A box of ballots: four bytes a choice, so that 100,000 ballots of 20 options take about 18 MB. Their order never matters.</summary>
public sealed class Ballots(OptionList options)
{
    /// <summary>The greatest total of counts: what JSON numbers hold exactly.</summary>
    public const long MostWeight = 9_007_199_254_740_991;

    private readonly List<BallotKind> kinds = [];
    private readonly List<long> counts = [];
    private readonly List<int> ends = [];
    private readonly List<int> data = [];
    private readonly bool[] seen = new bool[options.Count];

    public OptionList Options { get; } = options;

    /// <summary>How many could vote, in the same unit as the ballots' counts; <see langword="null"/> where nobody knows.</summary>
    public long? Electorate { get; init; }

    /// <summary>How many different entries; each stands for <see cref="Ballot.Count"/> ballots.</summary>
    public int Rows => kinds.Count;

    /// <summary>The sum of all counts.</summary>
    public long Total { get; private set; }

    public Ballot this[int row]
    {
        get
        {
            var start = row == 0 ? 0 : ends[row - 1];
            return new Ballot(kinds[row], counts[row], CollectionsMarshal.AsSpan(data)[start..ends[row]]);
        }
    }

    public void AddBlank(long count = 1) => Close(BallotKind.Blank, count);

    public void AddSpoiled(long count = 1) => Close(BallotKind.Spoiled, count);

    public void AddMark(Mark mark, long count = 1)
    {
        data.Add((int)mark);
        Close(BallotKind.Mark, count);
    }

    /// <exception cref="ArgumentException">An option that is not in the list, or twice.</exception>
    public void AddApprovals(IEnumerable<string> approved, long count = 1) => AddApprovals([.. approved.Select(Index)], count);

    /// <inheritdoc cref="AddApprovals(IEnumerable{string}, long)"/>
    public void AddApprovals(ReadOnlySpan<int> approved, long count = 1)
    {
        CheckOnce(approved);
        var start = data.Count;
        data.AddRange(approved);
        CollectionsMarshal.AsSpan(data)[start..].Sort();
        Close(BallotKind.Approvals, count);
    }

    /// <summary>From the first to the last, no equals.</summary>
    /// <exception cref="ArgumentException">An option that is not in the list, or twice.</exception>
    public void AddRanking(ReadOnlySpan<int> ranked, long count = 1)
    {
        CheckOnce(ranked);
        foreach (var option in ranked)
        {
            data.Add(~option);
        }

        Close(BallotKind.Ranking, count);
    }

    /// <summary>From the first group of equals to the last; what is left out is in none.</summary>
    /// <exception cref="ArgumentException">An empty group, an option that is not in the list, or twice.</exception>
    public void AddRanking(IReadOnlyList<IReadOnlyList<int>> groups, long count = 1)
    {
        if (groups.Any(group => group.Count == 0))
        {
            throw new ArgumentException("A group of equals is empty.", nameof(groups));
        }

        CheckOnce([.. groups.SelectMany(group => group)]);
        foreach (var group in groups)
        {
            var start = data.Count;
            data.AddRange(group);
            CollectionsMarshal.AsSpan(data)[start..].Sort();
            data[^1] = ~data[^1];
        }

        Close(BallotKind.Ranking, count);
    }

    /// <inheritdoc cref="AddRanking(IReadOnlyList{IReadOnlyList{int}}, long)"/>
    public void AddRanking(IReadOnlyList<IReadOnlyList<string>> groups, long count = 1) =>
        AddRanking([.. groups.Select(IReadOnlyList<int> (group) => [.. group.Select(Index)])], count);

    /// <summary>Scores, or grades from 0 for the worst; whatever has none is not named.</summary>
    /// <exception cref="ArgumentException">An option that is not in the list, or twice; a grade below 0.</exception>
    public void AddGrades(IEnumerable<KeyValuePair<string, int>> grades, long count = 1) => AddGrades([.. grades.Select(pair => (Index(pair.Key), pair.Value))], count);

    /// <inheritdoc cref="AddGrades(IEnumerable{KeyValuePair{string, int}}, long)"/>
    public void AddGrades(ReadOnlySpan<(int Option, int Grade)> grades, long count = 1)
    {
        Span<int> named = grades.Length <= 256 ? stackalloc int[grades.Length] : new int[grades.Length];
        for (var place = 0; place < grades.Length; place++)
        {
            named[place] = grades[place].Option;
            ArgumentOutOfRangeException.ThrowIfNegative(grades[place].Grade, nameof(grades));
        }

        CheckOnce(named);
        var start = data.Count;
        foreach (var (option, grade) in grades)
        {
            data.Add(option);
            data.Add(grade);
        }

        MemoryMarshal.Cast<int, (int Option, int Grade)>(CollectionsMarshal.AsSpan(data)[start..]).Sort(static (a, b) => a.Option.CompareTo(b.Option));
        Close(BallotKind.Grades, count);
    }

    /// <summary>The same ballots with equal ones put together and all in a fixed order, which says nothing of when they were cast.</summary>
    public Ballots Grouped() => BallotGroups.Of(this);

    /// <summary>Adds a ballot of another box with the same options.</summary>
    public void Add(Ballot ballot)
    {
        data.AddRange(ballot.Data);
        Close(ballot.Kind, ballot.Count);
    }

    internal void Add(Ballot ballot, long count)
    {
        data.AddRange(ballot.Data);
        Close(ballot.Kind, count);
    }

    private int Index(string id) => Options.IndexOf(id) is >= 0 and var index ? index : throw new ArgumentException($"No option is called \"{id}\".", nameof(id));

    private void CheckOnce(ReadOnlySpan<int> named)
    {
        var good = true;
        var marked = 0;
        foreach (var option in named)
        {
            if (option < 0 || option >= seen.Length || seen[option])
            {
                good = false;
                break;
            }

            seen[option] = true;
            marked++;
        }

        foreach (var option in named[..marked])
        {
            seen[option] = false;
        }

        if (!good)
        {
            throw new ArgumentException("An option is not in the list, or is named twice.", nameof(named));
        }
    }

    private void Close(BallotKind kind, long count)
    {
        if (count <= 0 || count > MostWeight - Total)
        {
            CollectionsMarshal.SetCount(data, ends.Count == 0 ? 0 : ends[^1]);
            throw new ArgumentOutOfRangeException(nameof(count), count, "A ballot counts one at least, and all together less than 2^53.");
        }

        kinds.Add(kind);
        counts.Add(count);
        ends.Add(data.Count);
        Total += count;
    }
}

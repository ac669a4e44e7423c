using System.Globalization;

namespace EssConsult.Tally.Files;

/// <summary>
/// Rankings in the format of PrefLib: strict or with ties, complete or not (.soc, .soi, .toc, .toi), and categories (.cat), read as grades. Both the headings of today
/// ("# NUMBER VOTERS: 12") and the older files without them are read, and written again byte for byte, but for empty lines among the ballots.
/// </summary>
/// <remarks>Format: preflib.org/format. Options are called by their numbers, "1", "2"…, since names may be equal.</remarks>
public sealed class PrefLibFile
{
    /// <summary>Lines that are written otherwise than this class would, by row.</summary>
    private readonly Dictionary<int, string> asRead = [];

    internal PrefLibFile(IReadOnlyList<string> headings, IReadOnlyList<string> names, Ballots ballots, IReadOnlyList<string> categories) =>
        (Headings, Names, Ballots, Categories) = (headings, names, ballots, categories);

    /// <summary>The lines before the ballots, as they stand in the file.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>In the options' order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>One row a line, in the file's order.</summary>
    public Ballots Ballots { get; }

    /// <summary>Of a .cat file: from the first, the best, to the last; the last has grade 0.</summary>
    public IReadOnlyList<string> Categories { get; }

    internal string LineEnd { get; private set; } = "\n";

    internal bool IsClosed { get; private set; } = true;

    /// <summary>What stands behind the number of ballots: ": ", ":" or, in old files, ",".</summary>
    internal string Separator { get; init; } = ": ";

    /// <exception cref="BallotFileException">Not such a file.</exception>
    public static PrefLibFile Read(TextReader reader) => new PrefLibReader(reader).Read();

    /// <summary>A file of rankings: equal ballots on one line, the most frequent first, so that the order says nothing else. Other ballots cannot be told in this format.</summary>
    /// <param name="ballots">Only rankings are written.</param>
    /// <param name="names">In the options' order; line ends become spaces.</param>
    /// <param name="title">What was voted on.</param>
    /// <param name="fileName">With an extension that <see cref="ExtensionOf"/> gives.</param>
    public static PrefLibFile Of(Ballots ballots, IReadOnlyList<string> names, string title, string fileName)
    {
        var sorted = new Ballots(new OptionList(names.Select((_, index) => Number(index + 1))));
        var grouped = ballots.Grouped();
        foreach (var row in Enumerable.Range(0, grouped.Rows).Where(row => grouped[row].Kind == BallotKind.Ranking && !grouped[row].IsBlank).OrderByDescending(row => grouped[row].Count))
        {
            sorted.Add(grouped[row]);
        }

        List<string> headings =
        [
            $"# FILE NAME: {Line(fileName)}", $"# TITLE: {Line(title)}", "# DESCRIPTION: ", $"# DATA TYPE: {ExtensionOf(ballots)}", "# MODIFICATION TYPE: original",
            "# RELATES TO: ", "# RELATED FILES: ", "# PUBLICATION DATE: ", "# MODIFICATION DATE: ", $"# NUMBER ALTERNATIVES: {Number(names.Count)}",
            $"# NUMBER VOTERS: {Number(sorted.Total)}", $"# NUMBER UNIQUE ORDERS: {Number(sorted.Rows)}", .. names.Select((name, index) => $"# ALTERNATIVE NAME {Number(index + 1)}: {Line(name)}"),
        ];
        return new PrefLibFile(headings, names, sorted, []);
    }

    /// <summary>soc, soi, toc or toi: whether rankings have ties, whether they are complete.</summary>
    public static string ExtensionOf(Ballots ballots)
    {
        var (ties, holes) = (false, false);
        for (var row = 0; row < ballots.Rows; row++)
        {
            var ballot = ballots[row];
            if (ballot.Kind == BallotKind.Ranking)
            {
                ties |= ballot.Data.ContainsAnyInRange(0, int.MaxValue);
                holes |= ballot.Data.Length < ballots.Options.Count;
            }
        }

        return (ties ? "to" : "so") + (holes ? "i" : "c");
    }

    public void Write(TextWriter writer)
    {
        var lines = Headings.Concat(Enumerable.Range(0, Ballots.Rows).Select(row => asRead.GetValueOrDefault(row) ?? LineOf(row)));
        var isFirst = true;
        foreach (var line in lines)
        {
            writer.Write(isFirst ? line : LineEnd + line);
            isFirst = false;
        }

        writer.Write(IsClosed ? LineEnd : "");
    }

    internal PrefLibFile With(string lineEnd, bool isClosed)
    {
        (LineEnd, IsClosed) = (lineEnd, isClosed);
        return this;
    }

    /// <summary>Remembers the text of the line that was read last, where it would be written otherwise.</summary>
    internal void Remember(int row, string line)
    {
        if (LineOf(row) != line)
        {
            asRead[row] = line;
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Line(string text) => text.ReplaceLineEndings(" ");

    private string LineOf(int row)
    {
        var ballot = Ballots[row];
        var groups = ballot.Kind == BallotKind.Grades ? Categorized(ballot) : Ranked(ballot);
        return $"{Number(ballot.Count)}{Separator}{string.Join(',', groups.Select(group => group.Count == 1 ? Number(group[0]) : $"{{{string.Join(',', group.Select(option => Number(option)))}}}"))}";
    }

    private static List<List<int>> Ranked(Ballot ballot)
    {
        List<List<int>> groups = [[]];
        foreach (var place in ballot.Data)
        {
            groups[^1].Add((place < 0 ? ~place : place) + 1);
            if (place < 0)
            {
                groups.Add([]);
            }
        }

        groups.RemoveAt(groups.Count - 1);
        return groups;
    }

    private List<List<int>> Categorized(Ballot ballot)
    {
        var groups = Categories.Select(_ => new List<int>()).ToList();
        for (var place = 0; place < ballot.Data.Length; place += 2)
        {
            groups[Categories.Count - 1 - ballot.Data[place + 1]].Add(ballot.Data[place] + 1);
        }

        return groups;
    }
}

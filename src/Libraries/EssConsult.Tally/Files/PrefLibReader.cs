using System.Globalization;

namespace EssConsult.Tally.Files;

/// <summary>Reads what <see cref="PrefLibFile"/> describes.</summary>
internal sealed class PrefLibReader(TextReader reader)
{
    private const int MostOptions = 100_000;

    private readonly LineReader lines = new(reader);
    private readonly List<string> headings = [];
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private string[] names = [];
    private string[] categories = [];
    private Ballots? ballots;

    public PrefLibFile Read()
    {
        var line = lines.Next() ?? throw new BallotFileException(0, BallotFileFault.Missing, "The file is empty.");
        if (!line.StartsWith('#'))
        {
            line = ReadOldHeadings(line);
        }
        else
        {
            for (; line is not null && (line.StartsWith('#') || line.Length == 0); line = lines.Next())
            {
                ReadHeading(line);
            }

            OpenNames();
        }

        var (isClosed, separator) = (true, SeparatorOf(line));
        var file = new PrefLibFile(headings, names, ballots!, categories) { Separator = separator };
        for (; line is not null; line = lines.Next())
        {
            if (line.AsSpan().Trim().Length > 0)
            {
                ReadBallot(line);
                file.Remember(ballots!.Rows - 1, line);
            }

            isClosed = lines.IsClosed;
        }

        CheckCounts();
        return file.With(lines.EndsWithCarriageReturn ? "\r\n" : "\n", isClosed);
    }

    private void ReadHeading(string line)
    {
        headings.Add(line);
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && !values.TryAdd(line[1..colon].Trim().ToUpperInvariant(), line[(colon + 1)..].Trim()))
        {
            throw lines.Fault(BallotFileFault.Syntax, $"The heading \"{line[1..colon].Trim()}\" stands twice.");
        }
    }

    private void OpenNames()
    {
        var options = Heading("NUMBER ALTERNATIVES", MostOptions) ?? throw new BallotFileException(0, BallotFileFault.Missing, "The heading \"NUMBER ALTERNATIVES\" is missing.");
        names = [.. Enumerable.Range(1, (int)options).Select(number => values.GetValueOrDefault($"ALTERNATIVE NAME {number}") ?? number.ToString(CultureInfo.InvariantCulture))];
        if (values.ContainsKey($"ALTERNATIVE NAME {options + 1}"))
        {
            throw new BallotFileException(0, BallotFileFault.Count, $"The file names more than the {options} alternatives that it declares.");
        }

        categories = [.. Enumerable.Range(1, (int)(Heading("NUMBER CATEGORIES", 10_000) ?? 0)).Select(number => values.GetValueOrDefault($"CATEGORY NAME {number}") ?? number.ToString(CultureInfo.InvariantCulture))];
        OpenBallots();
    }

    /// <summary>Files of before 2022: how many, a line each, then voters, sum and different orders.</summary>
    private string? ReadOldHeadings(string first)
    {
        headings.Add(first);
        var options = lines.Integer(first, MostOptions, "The number of alternatives");
        names = new string[options];
        for (var option = 0; option < options; option++)
        {
            var line = lines.Next() ?? throw lines.Fault(BallotFileFault.Count, "The file ends among the alternatives.");
            headings.Add(line);
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0 || lines.Integer(line.AsSpan(0, comma), MostOptions, "An alternative's number") != option + 1)
            {
                throw lines.Fault(BallotFileFault.Syntax, $"Alternative {option + 1} and its name are expected here.");
            }

            names[option] = line[(comma + 1)..].Trim();
        }

        var last = lines.Next() ?? throw lines.Fault(BallotFileFault.Count, "The file ends before the ballots.");
        headings.Add(last);
        var counts = last.Split(',');
        if (counts.Length != 3)
        {
            throw lines.Fault(BallotFileFault.Syntax, "The numbers of voters, of their sum and of different orders are expected here.");
        }

        // A line of today's headings would be these.
        values["NUMBER VOTERS"] = lines.Integer(counts[0], Ballots.MostWeight, "The number of voters").ToString(CultureInfo.InvariantCulture);
        values["NUMBER UNIQUE ORDERS"] = lines.Integer(counts[2], int.MaxValue, "The number of different orders").ToString(CultureInfo.InvariantCulture);
        OpenBallots();
        return lines.Next();
    }

    private void OpenBallots()
    {
        if (names.Length == 0)
        {
            throw lines.Fault(BallotFileFault.Count, "There is no alternative.");
        }

        ballots = new Ballots(new OptionList(names.Select((_, option) => (option + 1).ToString(CultureInfo.InvariantCulture))));
    }

    private static string SeparatorOf(string? line)
    {
        var end = line?.AsSpan().IndexOfAny(':', ',') ?? -1;
        return end < 0 ? ": " : line![end..(end + 1)] + (end + 1 < line.Length && line[end + 1] == ' ' ? " " : "");
    }

    /// <summary>"12: 3,{1,2},4"; in old files "12,3,{1,2},4".</summary>
    private void ReadBallot(string line)
    {
        var end = line.AsSpan().IndexOfAny(':', ',');
        if (end < 0)
        {
            throw lines.Fault(BallotFileFault.Syntax, "A ballot is a number, a colon, and alternatives separated by commas.");
        }

        var count = lines.Integer(line.AsSpan(0, end), Ballots.MostWeight, "The number of ballots");
        var groups = Groups(line.AsSpan(end + 1));
        if (count == 0 || count > Ballots.MostWeight - ballots!.Total)
        {
            throw lines.Fault(BallotFileFault.Number, "The number of ballots is one at least, and all together stay below 2^53.");
        }

        try
        {
            if (categories.Length > 0)
            {
                AddGrades(groups, count);
            }
            else if (groups.TrueForAll(group => group.Count == 1))
            {
                ballots.AddRanking([.. groups.Select(group => group[0])], count);
            }
            else
            {
                ballots.AddRanking([.. groups.Where(group => group.Count > 0)], count);
            }
        }
        catch (ArgumentException)
        {
            throw lines.Fault(BallotFileFault.Repeated, "An alternative stands twice.");
        }
    }

    private void AddGrades(List<List<int>> groups, long count)
    {
        if (groups.Count > categories.Length)
        {
            throw lines.Fault(BallotFileFault.Syntax, $"There are {categories.Length} categories, and {groups.Count} on this ballot.");
        }

        ballots!.AddGrades([.. groups.SelectMany((group, category) => group.Select(option => (option, categories.Length - 1 - category)))], count);
    }

    private List<List<int>> Groups(ReadOnlySpan<char> text)
    {
        List<List<int>> groups = [];
        while (!(text = text.Trim()).IsEmpty)
        {
            List<int> group = [];
            if (text[0] == '{')
            {
                var close = text.IndexOf('}');
                if (close < 0)
                {
                    throw lines.Fault(BallotFileFault.Syntax, "A brace is not closed.");
                }

                var inside = text[1..close].Trim();
                foreach (var part in inside.Split(','))
                {
                    if (!inside.IsEmpty)
                    {
                        group.Add(Option(inside[part]));
                    }
                }

                text = text[(close + 1)..].Trim();
            }
            else
            {
                var comma = text.IndexOf(',');
                group.Add(Option(comma < 0 ? text : text[..comma]));
                text = comma < 0 ? [] : text[comma..];
            }

            groups.Add(group);
            if (!text.IsEmpty && text[0] != ',')
            {
                throw lines.Fault(BallotFileFault.Syntax, "A comma is missing.");
            }

            // A comma behind the last alternative is found in published files.
            text = text.IsEmpty ? text : text[1..];
        }

        return groups;
    }

    private int Option(ReadOnlySpan<char> text) => lines.Integer(text, names.Length, "An alternative") is > 0 and var number
        ? (int)number - 1
        : throw lines.Fault(BallotFileFault.Option, "Alternatives are numbered from 1.");

    private void CheckCounts()
    {
        if (Heading("NUMBER VOTERS", Ballots.MostWeight) is { } voters && voters != ballots!.Total)
        {
            throw new BallotFileException(0, BallotFileFault.Count, $"The file says that it holds {voters} ballots, and holds {ballots.Total}.");
        }

        if (Heading("NUMBER UNIQUE ORDERS", int.MaxValue) is { } orders && orders != ballots!.Rows)
        {
            throw new BallotFileException(0, BallotFileFault.Count, $"The file says that it holds {orders} different orders, and holds {ballots.Rows}.");
        }
    }

    private long? Heading(string key, long most) => !values.TryGetValue(key, out var text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most ? value
        : throw new BallotFileException(0, BallotFileFault.Number, $"The heading \"{key}\" is not a whole number up to {most}.");
}

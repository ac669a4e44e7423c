using System.Globalization;
using System.Numerics;

namespace EssConsult.Tally.Files;

/// <summary>Reads what <see cref="PabulibFile"/> describes: one pass, a line at a time.</summary>
internal sealed class PabulibReader(TextReader reader, bool keepRows)
{
    private const int MostDecimals = 6;

    private readonly LineReader lines = new(reader);
    private readonly List<PabulibRow> rows = [];
    private readonly Dictionary<string, string> meta = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Cost, string Name, string Selected, int Line)> projects = [];
    private Dictionary<string, int> columns = [];
    private PabulibVotes? votes;
    private bool isClosed = true;

    public PabulibFile Read()
    {
        var part = "";
        while (Next() is { } row)
        {
            if (row.Fields is [var only] && only.Trim() is { Length: > 0 } name && name.ToUpperInvariant() is "META" or "PROJECTS" or "VOTES")
            {
                part = row[0].Trim().ToUpperInvariant();
                ReadColumns(part);
            }
            else if (row.Fields.Any(field => !string.IsNullOrWhiteSpace(field)))
            {
                ReadRow(part, row);
            }
        }

        if (votes is null)
        {
            throw new BallotFileException(0, BallotFileFault.Missing, "The part \"VOTES\" is missing.");
        }

        CheckCount("num_projects", projects.Count);
        CheckCount("num_votes", votes.Ballots.Total);
        return Close();
    }

    /// <summary>Joins lines while a quoted field is open.</summary>
    private PabulibRow? Next()
    {
        var line = lines.Next();
        if (line is null)
        {
            return null;
        }

        var row = PabulibRow.Parse(line);
        for (var joined = 0; row is null; joined++)
        {
            var more = joined < 100 ? lines.Next() : null;
            line = more is not null ? $"{line}{(lines.EndsWithCarriageReturn ? "\r\n" : "\n")}{more}" : throw lines.Fault(BallotFileFault.Syntax, "A quote is not closed.");
            row = PabulibRow.Parse(line);
        }

        isClosed = lines.IsClosed;
        if (keepRows)
        {
            rows.Add(row);
        }

        return row;
    }

    private void ReadColumns(string part)
    {
        var heading = Next() ?? throw lines.Fault(BallotFileFault.Missing, $"The part \"{part}\" has no columns.");
        columns = [];
        foreach (var (index, name) in heading.Fields.Index())
        {
            if (!columns.TryAdd(name.Trim().ToLowerInvariant(), index))
            {
                throw lines.Fault(BallotFileFault.Repeated, $"The column \"{name.Trim()}\" stands twice.");
            }
        }

        if (part == "VOTES")
        {
            votes = new PabulibVotes(lines, new OptionList(Ids()), meta.GetValueOrDefault("vote_type", "approval"), Column("vote"), columns.GetValueOrDefault("points", -1));
        }
    }

    private IEnumerable<string> Ids() => projects.Count > 0 ? projects.Select(project => project.Id) : throw lines.Fault(BallotFileFault.Missing, "The part \"PROJECTS\" is missing or empty.");

    private int Column(string name) => columns.TryGetValue(name, out var index) ? index : throw lines.Fault(BallotFileFault.Missing, $"The column \"{name}\" is missing.");

    private void ReadRow(string part, PabulibRow row)
    {
        switch (part)
        {
            case "META":
                if (!meta.TryAdd(row[0].Trim(), row[1].Trim()))
                {
                    throw lines.Fault(BallotFileFault.Repeated, $"The key \"{row[0].Trim()}\" stands twice.");
                }

                break;
            case "PROJECTS":
                var id = row[columns.TryGetValue("project_id", out var column) ? column : Column("name")].Trim();
                if (id.Length == 0 || id.Contains(',', StringComparison.Ordinal) || projects.Exists(project => project.Id == id))
                {
                    throw lines.Fault(BallotFileFault.Option, $"The project's id \"{id}\" is empty, holds a comma, or stands twice.");
                }

                projects.Add((id, row[Column("cost")].Trim(), row[columns.GetValueOrDefault("name", -1)], row[columns.GetValueOrDefault("selected", -1)].Trim(), lines.Number));
                break;
            case "VOTES":
                votes!.Add(row);
                break;
            default:
                throw lines.Fault(BallotFileFault.Syntax, "The part \"META\" is expected here.");
        }
    }

    private void CheckCount(string key, long found)
    {
        if (meta.TryGetValue(key, out var text) && (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var said) || said != found))
        {
            throw new BallotFileException(0, BallotFileFault.Count, $"The file says \"{key}\" {text}, and holds {found}.");
        }
    }

    private PabulibFile Close()
    {
        var budget = meta.GetValueOrDefault("budget") ?? throw new BallotFileException(0, BallotFileFault.Missing, "The key \"budget\" is missing.");
        var decimals = projects.Select(project => project.Cost).Append(budget).Max(DecimalsOf);
        var file = new PabulibFile
        {
            Meta = meta, Projects = votes!.Ballots.Options, Names = [.. projects.Select(project => project.Name)], Decimals = decimals, Ballots = votes.Ballots,
            Budget = Money(budget, decimals, 0, "The budget"),
            Costs = projects.ToDictionary(project => project.Id, project => Money(project.Cost, decimals, project.Line, "The cost"), StringComparer.Ordinal),
            Selected = projects.Where(project => project.Selected == "1").Select(project => project.Id).ToHashSet(StringComparer.Ordinal),
            LineEnd = lines.EndsWithCarriageReturn ? "\r\n" : "\n", IsClosed = isClosed,
        };
        file.Rows.AddRange(rows);
        return file;
    }

    private static int DecimalsOf(string text) => text.AsSpan().IndexOfAny('.', ',') is >= 0 and var point ? text.AsSpan(point + 1).TrimEnd('0').Length : 0;

    /// <summary>"1234", "1234.50" or "1234,50", in whole parts.</summary>
    private static long Money(string text, int decimals, int line, string what)
    {
        var point = text.AsSpan().IndexOfAny('.', ',');
        var fraction = point < 0 ? "" : text[(point + 1)..].TrimEnd('0');
        var digits = (point < 0 ? text : text[..point]) + fraction;
        return decimals <= MostDecimals && digits.Length is > 0 and < 30 && digits.All(char.IsAsciiDigit) && (point < 0 || text[(point + 1)..].All(char.IsAsciiDigit))
            && BigInteger.Parse(digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, decimals - fraction.Length) is var value && value <= Ballots.MostWeight
            ? (long)value
            : throw new BallotFileException(line, BallotFileFault.Number, $"{what} is a number of at most {MostDecimals} decimals, and not \"{text}\".");
    }
}
